package dev.allclear.build;

import java.util.concurrent.ExecutorService;

/** Is told how far a build has come. Told from any thread; must not take long. */
public interface Progress {

    /** Does not want to know. */
    Progress NONE = new Progress() {
        @Override
        public void begin(Stage stage) {}

        @Override
        public void hasToWait(String sentence) {}

        @Override
        public void reached(Stage stage, int done, int all) {}

        @Override
        public ExecutorService begin(Stage stage, ExecutorService threads, int least) {
            return threads;
        }
    };

    /** A stage begins, and the one before it is over. */
    void begin(Stage stage);

    /** It has to wait for something that the user should know of, in a sentence. */
    void hasToWait(String sentence);

    /** So many pieces of a stage are done, of all that are known of. May arrive when the stage is over. */
    void reached(Stage stage, int done, int all);

    /** Begins a stage whose pieces are the tasks that are given to these threads: to use them is to be counted. */
    default ExecutorService begin(Stage stage, ExecutorService threads) {
        return begin(stage, threads, 0);
    }

    /** The same for a stage that will have so many pieces at least. */
    default ExecutorService begin(Stage stage, ExecutorService threads, int least) {
        begin(stage);
        return new CountedThreads(threads, stage, least, this);
    }
}
