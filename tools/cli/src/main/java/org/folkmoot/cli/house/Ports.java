// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.house;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.backends.FreePorts;

/** Which process listens where. */
public record Ports(Map<String, Integer> of) {
    /** The first hundred that Folkmoot uses unless it is told otherwise. */
    public static final int BASE = 7100;

    static final String POSTGRES = "postgres";
    static final String KAFKA = "kafka";
    static final String CONTROLLER = "controller";

    public Ports {
        of = Map.copyOf(of);
    }

    /** The usual places: services from base + 1 on, PostgreSQL at base + 20, Kafka at base + 30. */
    public static Ports from(int base) {
        var ports = new HashMap<String, Integer>();
        for (var i = 0; i < Service.ALL.size(); i++)
            ports.put(Service.ALL.get(i).name(), base + 1 + i);
        ports.putAll(Map.of(POSTGRES, base + 20, KAFKA, base + 30, CONTROLLER, base + 31));
        return new Ports(ports);
    }

    /** Ports that are free now, for a suite with throw-away data. */
    public static Ports free() {
        var names = new ArrayList<>(Service.ALL.stream().map(Service::name).toList());
        names.addAll(List.of(POSTGRES, KAFKA, CONTROLLER));
        var free = FreePorts.take(names.size());
        var ports = new HashMap<String, Integer>();
        for (var i = 0; i < names.size(); i++) ports.put(names.get(i), free.get(i));
        return new Ports(ports);
    }

    int port(String name) {
        var port = of.get(name);
        if (port == null) throw new IllegalArgumentException("nothing is called " + name);
        return port;
    }
}
