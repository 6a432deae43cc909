package dev.allclear.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;

/** What is done to a site that has been staged, before it is swapped in: both are seen at once, or neither. */
interface Addition {

    /** Nothing. */
    Addition NONE = (staged, workers) -> {};

    /** Does it in the staged folder. Files there may share their bytes with the old site: they are replaced, never changed. */
    void addTo(Path staged, ExecutorService workers) throws IOException, PublishProblem;
}
