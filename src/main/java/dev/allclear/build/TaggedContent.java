package dev.allclear.build;

import dev.allclear.git.CommittedFolder;
import dev.allclear.git.GitCommit;

/**
 * A tag that is to become a version.
 *
 * @param label its name
 * @param commit what it names
 * @param content the content folder as that commit has it
 */
record TaggedContent(String label, GitCommit commit, CommittedFolder content) {}
