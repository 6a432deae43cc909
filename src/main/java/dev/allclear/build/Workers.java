package dev.allclear.build;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The threads of one command. */
final class Workers implements AutoCloseable {

    private final ExecutorService threads;

    Workers(int jobs) {
        this.threads = Executors.newFixedThreadPool(jobs, task -> {
            Thread thread = new Thread(task, "allclear-worker");
            thread.setDaemon(true);
            return thread;
        });
    }

    ExecutorService threads() {
        return threads;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
