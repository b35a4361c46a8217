// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import static org.folkmoot.proposals.Town.ANN;

import java.util.List;
import org.folkmoot.testkit.Saying;

/** The endpoints, each with a good act for it. */
enum Endpoint {
    DRAFT {
        @Override
        Saying good(Scene scene) {
            return scene.town().draft(ANN, "A payment", List.of());
        }

        @Override
        String path(Scene scene) {
            return scene.town().draftsPath();
        }
    },
    SUBMISSION {
        @Override
        Saying good(Scene scene) {
            return scene.town().submission(ANN, scene.draft());
        }

        @Override
        String path(Scene scene) {
            return Town.path(scene.draft(), "submission");
        }
    },
    CANCELLATION {
        @Override
        Saying good(Scene scene) {
            return scene.town().about(ANN, "proposal.cancel/1", scene.draft()).with("reason", "a mistake");
        }

        @Override
        String path(Scene scene) {
            return Town.path(scene.draft(), "cancellation");
        }
    },
    SPONSORS {
        @Override
        Saying good(Scene scene) {
            return scene.town().about(ANN, "proposal.sponsor/1", scene.sponsored());
        }

        @Override
        String path(Scene scene) {
            return Town.path(scene.sponsored(), "sponsors");
        }
    },
    RETRY {
        @Override
        Saying good(Scene scene) {
            return scene.town().about(ANN, "proposal.retry/1", scene.failed());
        }

        @Override
        String path(Scene scene) {
            return Town.path(scene.failed(), "retry");
        }
    };

    abstract Saying good(Scene scene);

    abstract String path(Scene scene);
}
