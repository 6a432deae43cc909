package dev.allclear.serve;

import com.sun.net.httpserver.HttpServer;
import dev.allclear.build.BuildProblem;
import dev.allclear.build.FollowedBuild;
import dev.allclear.build.Round;
import dev.allclear.build.Settings;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** A site that is built in memory, served to this machine only, and built again with every change. */
public final class Serving implements AutoCloseable {

    /** Git and the site's folder are looked at now and then: nothing tells when they have moved on. */
    private static final long LOOK_MILLIS = 1000;

    private static final int MOST_PORTS = 20;

    static {
        // Read when the server's classes are loaded: without it an answer waits 40 ms for the one before (JDK 17).
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    /** Is told what happens. */
    public interface Log {

        /** A port is taken, and the next one is tried. */
        void taken(int port);

        /** What came of a change. */
        void rebuilt(Rebuilt rebuilt);
    }

    /**
     * What came of a change.
     *
     * @param changed what was changed, as far as that is known, by paths that begin with the name of their folder
     * @param read how many documents and other files were read anew
     * @param took how long it took until it was ready to be shown
     * @param shown whether it is shown; if not, the last good site still is
     * @param count how many errors and warnings there are; empty if there are none
     * @param against what stands against the site, a line each
     * @param remarks what could not be found out and hinders nothing
     */
    public record Rebuilt(
            List<String> changed,
            int read,
            Duration took,
            boolean shown,
            String count,
            List<String> against,
            List<String> remarks) {}

    private final FollowedBuild build;
    private final Showing showing;
    private final Events events;
    private final Watch watch;
    private final Log log;
    private final HttpServer server;
    private final ExecutorService answering;
    private final ExecutorService proving;
    private final Rebuilt first;
    private final int documents;

    private Serving(
            FollowedBuild build,
            Showing showing,
            Watch watch,
            HttpServer server,
            Settings settings,
            Log log,
            Round round,
            Duration took) {
        this.build = build;
        this.showing = showing;
        this.watch = watch;
        this.log = log;
        this.server = server;
        this.events = new Events(showing::state);
        this.answering = Executors.newCachedThreadPool(named("allclear-answer"));
        this.proving = Executors.newSingleThreadExecutor(named("allclear-prove"));
        this.documents = round.documents();
        this.first = rebuilt(Set.of(), List.of(), round, showing.state(), took);
        server.createContext(
                "/",
                new Answers(
                        showing, events, settings.site(), server.getAddress().getPort()));
        server.setExecutor(answering);
        showing.listen(s -> events.announce());
    }

    private static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /**
     * Builds a site for the first time and serves it.
     *
     * @param port the port to serve it at; 0 for any that is free
     * @throws BuildProblem if there is nothing that could be built, or served
     */
    public static Serving start(Settings settings, int port, Log log) throws BuildProblem {
        FollowedBuild build = new FollowedBuild(settings);
        Watch watch = null;
        HttpServer server = null;
        try {
            // Before anything is read, so that no change is missed.
            watch = watch(build);
            server = listen(port, log);
            long begun = System.nanoTime();
            Round round = build.round();
            Round.Problem problem = round.problem();
            if (problem != null && problem.at().isEmpty()) {
                throw new BuildProblem(problem.message());
            }
            Showing showing = new Showing(build);
            showing.take(round);
            Serving serving = new Serving(
                    build, showing, watch, server, settings, log, round, Duration.ofNanos(System.nanoTime() - begun));
            server.start();
            serving.prove();
            return serving;
        } catch (BuildProblem e) {
            build.close();
            closeQuietly(watch);
            if (server != null) {
                server.stop(0);
            }
            throw e;
        }
    }

    private static Watch watch(FollowedBuild build) throws BuildProblem {
        try {
            return Watch.of(build.folders());
        } catch (IOException e) {
            throw new BuildProblem(
                    "The folders can't be watched: %s. On Linux, `sysctl fs.inotify.max_user_watches` says how many folders may be."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    private static HttpServer listen(int port, Log log) throws BuildProblem {
        int at = port;
        while (true) {
            try {
                return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 0);
            } catch (BindException e) {
                if (at == 0 || at >= 65_535 || at - port >= MOST_PORTS) {
                    throw new BuildProblem(
                            "The port %d can't be had, nor can those before it: %s. Name another with --port N, or 0 for any that is free."
                                    .formatted(at, e.getMessage()),
                            e);
                }
                log.taken(at);
                at++;
            } catch (IOException e) {
                throw new BuildProblem("Nothing can be served at the port %d: %s.".formatted(at, e.getMessage()), e);
            }
        }
    }

    private static void closeQuietly(@Nullable Watch watch) {
        try {
            if (watch != null) {
                watch.close();
            }
        } catch (IOException e) {
            // It is not needed any more.
        }
    }

    /** Where the site is. */
    public URI address() {
        return URI.create("http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
    }

    /** What came of the first build. */
    public Rebuilt first() {
        return first;
    }

    /** How many documents the first build read. */
    public int documents() {
        return documents;
    }

    /** Builds again with each change, until the thread is interrupted. */
    public void follow() throws BuildProblem {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Watch.Touched touched = watch.await(LOOK_MILLIS);
                if (!touched.isNothing() || build.isBehind()) {
                    take(touched.places(), touched.everything());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new BuildProblem("The folders can't be watched any more: %s.".formatted(e.getMessage()), e);
        }
    }

    /**
     * Builds again after a change; {@link #follow} does it for each.
     *
     * @param places the files and folders that were touched, as real paths
     * @param everything whether anything else may have been touched too
     */
    void take(Collection<Path> places, boolean everything) {
        long begun = System.nanoTime();
        build.touch(places);
        if (everything) {
            build.touchEverything();
        }
        Round round = build.round();
        if (round.same()) {
            return;
        }
        State state = showing.take(round);
        log.rebuilt(rebuilt(places, build.folders(), round, state, Duration.ofNanos(System.nanoTime() - begun)));
        prove();
    }

    private void prove() {
        proving.execute(showing::prove);
    }

    /** Waits until it is known of every page of the site that is shown whether it can be filled. */
    void settle() throws InterruptedException {
        try {
            proving.submit(() -> {}).get();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    State state() {
        return showing.state();
    }

    int tabs() {
        return events.tabs();
    }

    private static Rebuilt rebuilt(
            Collection<Path> places, List<Path> folders, Round round, State state, Duration took) {
        // An editor's own files come and go with a save; what is gone is named if nothing else is.
        List<Path> there = places.stream().filter(Files::exists).toList();
        TreeSet<String> changed = new TreeSet<>();
        for (Path place : there.isEmpty() ? places : there) {
            changed.add(named(place, folders));
        }
        return new Rebuilt(
                new ArrayList<>(changed),
                round.readAnew().size(),
                took,
                round.tree() != null,
                Lines.count(round.findings()),
                Lines.against(state),
                round.remarks());
    }

    /** A place by the name of the folder that it is in, as findings name it. */
    private static String named(Path place, List<Path> folders) {
        for (Path folder : folders) {
            try {
                Path real = folder.toRealPath();
                if (place.startsWith(real)) {
                    String name =
                            String.valueOf(folder.toAbsolutePath().normalize().getFileName());
                    return (name + "/" + real.relativize(place)).replace('\\', '/');
                }
            } catch (IOException e) {
                // The folder is gone: its real path is all that there is to say.
            }
        }
        return place.toString().replace('\\', '/');
    }

    @Override
    public void close() {
        server.stop(0);
        events.close();
        answering.shutdownNow();
        proving.shutdownNow();
        closeQuietly(watch);
        build.close();
    }
}
