package dev.allclear.build;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Threads that tell how many of the tasks that they were given are done, so that no stage has to know who wants to know. */
final class CountedThreads extends AbstractExecutorService {

    private final ExecutorService threads;
    private final Stage stage;
    private final int least;
    private final Progress progress;
    private int done;
    private int all;

    CountedThreads(ExecutorService threads, Stage stage, int least, Progress progress) {
        this.threads = threads;
        this.stage = stage;
        this.least = least;
        this.progress = progress;
    }

    @Override
    public void execute(Runnable task) {
        count(0, 1);
        threads.execute(() -> {
            try {
                task.run();
            } finally {
                count(1, 0);
            }
        });
    }

    private synchronized void count(int ended, int given) {
        done += ended;
        all += given;
        progress.reached(stage, done, Math.max(least, all));
    }

    @Override
    public void shutdown() {
        threads.shutdown();
    }

    @Override
    public List<Runnable> shutdownNow() {
        return threads.shutdownNow();
    }

    @Override
    public boolean isShutdown() {
        return threads.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return threads.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return threads.awaitTermination(timeout, unit);
    }
}
