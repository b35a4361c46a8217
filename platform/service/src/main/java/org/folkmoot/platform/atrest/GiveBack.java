// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.atrest;

import com.sun.management.OperatingSystemMXBean;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;

/**
 * Gives back the memory that a start or a busy time needed, as soon as the service is at rest: a community has a poll now
 * and then, and its machine has other things to do. The collector by itself runs only when the heap is full, so a
 * service to which nothing comes would keep for ever what it grew to.
 */
@ApplicationScoped
class GiveBack {
    private final OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final Rest rest = new Rest(process.getProcessCpuTime(), System.nanoTime());

    @Scheduled(every = "${folkmoot.give-back-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        if (!rest.begins(process.getProcessCpuTime(), System.nanoTime())) return;
        System.gc();
        rest.leaveOut(process.getProcessCpuTime(), System.nanoTime());
    }
}
