// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.e2e.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KubernetesManifestsTest {
    private static final List<String> SERVICES = List.of("identity-svc", "proposals-svc", "voting-svc", "treasury-svc");

    static Stream<Deployment> deployments() {
        return Manifests.of(Deployment.class).stream();
    }

    @Test
    void everyServiceIsDeployedReachableAndGuarded() {
        assertThat(Manifests.of(Deployment.class))
                .extracting(each -> each.getMetadata().getName())
                .containsExactlyInAnyOrderElementsOf(SERVICES);
        assertThat(Manifests.of(Service.class))
                .extracting(each -> each.getMetadata().getName())
                .containsExactlyInAnyOrderElementsOf(SERVICES);
        assertThat(Manifests.of(PodDisruptionBudget.class))
                .extracting(each -> each.getMetadata().getName())
                .containsExactlyInAnyOrderElementsOf(SERVICES);
    }

    @Test
    void noFieldIsUnknownToKubernetes() {
        for (var document : Manifests.documents()) {
            JsonNode written = Serialization.unmarshal(document, JsonNode.class);

            JsonNode understood =
                    Serialization.unmarshal(Serialization.asJson(withoutUnknownFields(document)), JsonNode.class);

            assertThat(understood).as(written.path("kind").asText()).isEqualTo(written);
        }
    }

    /** The client keeps fields that it does not know beside those that it does; without them only the known remain. */
    private static Object withoutUnknownFields(String document) {
        var resource = (Object) Serialization.unmarshal(document);
        UnknownFields.drop(resource);
        return resource;
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void podsAreRestricted(Deployment deployment) {
        var pod = deployment.getSpec().getTemplate().getSpec();
        var security = pod.getSecurityContext();
        var container = container(deployment).getSecurityContext();

        assertThat(security.getRunAsNonRoot()).isTrue();
        assertThat(security.getRunAsUser()).isPositive();
        assertThat(security.getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(container.getAllowPrivilegeEscalation()).isFalse();
        assertThat(container.getReadOnlyRootFilesystem()).isTrue();
        assertThat(container.getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(container.getCapabilities().getAdd()).isEmpty();
        assertThat(pod.getAutomountServiceAccountToken()).isFalse();
        assertThat(pod.getHostNetwork()).isNull();
        assertThat(pod.getVolumes()).allMatch(volume -> volume.getEmptyDir() != null || volume.getSecret() != null);
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void containersHaveProbesAndLimits(Deployment deployment) {
        var container = container(deployment);

        assertThat(container.getStartupProbe().getHttpGet().getPath()).isEqualTo("/health/live");
        assertThat(container.getLivenessProbe().getHttpGet().getPath()).isEqualTo("/health/live");
        assertThat(container.getReadinessProbe().getHttpGet().getPath()).isEqualTo("/health/ready");
        assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
        assertThat(container.getResources().getLimits()).containsKey("memory");
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void serversComeFromTheOverlayAndSecretsFromASecret(Deployment deployment) {
        var environment = container(deployment).getEnv();

        assertThat(environment)
                .filteredOn(each -> each.getName().equals("JDBC"))
                .singleElement()
                .satisfies(
                        each -> assertThat(each.getValueFrom().getSecretKeyRef().getName())
                                .isEqualTo("folkmoot-database"));
        assertThat(environment)
                .filteredOn(each -> each.getName().equals("KAFKA"))
                .singleElement()
                .satisfies(each -> assertThat(
                                each.getValueFrom().getConfigMapKeyRef().getName())
                        .isEqualTo("folkmoot"));
    }

    @Test
    void aServiceSelectsItsOwnPods() {
        for (var service : Manifests.of(Service.class)) {
            var pods = Manifests.of(Deployment.class).stream()
                    .map(each -> each.getSpec().getTemplate().getMetadata().getLabels())
                    .filter(labels -> labels.entrySet()
                            .containsAll(service.getSpec().getSelector().entrySet()));

            assertThat(pods).as(service.getMetadata().getName()).hasSize(1);
        }
    }

    @Test
    void theNamespaceEnforcesTheRestrictedStandard() {
        assertThat(Manifests.of(Namespace.class))
                .singleElement()
                .satisfies(each -> assertThat(each.getMetadata().getLabels())
                        .containsEntry("pod-security.kubernetes.io/enforce", "restricted"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "example"})
    void kubectlRendersIt(String folder) {
        var rendered = Manifests.rendered(folder);

        assumeTrue(rendered.isPresent(), "kubectl is not installed; what it renders is not looked at");
        for (var service : SERVICES)
            assertThat(rendered.get()).contains("image: folkmoot/" + service + ":0.1.0-SNAPSHOT");
    }

    private static Container container(Deployment deployment) {
        var containers = deployment.getSpec().getTemplate().getSpec().getContainers();
        assertThat(containers).hasSize(1);
        return containers.getFirst();
    }
}
