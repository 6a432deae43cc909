package dev.allclear.check.link;

import dev.allclear.check.Context;
import dev.allclear.check.Findings;
import dev.allclear.check.Rule;
import dev.allclear.model.Document;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** A rule on the links of one document. What it says of one holds as long as the document and all targets are the same. */
abstract class LinkRule implements Rule {

    /** What was said of each document. */
    private record Said(Targets targets, IdentityHashMap<Document, Optional<Findings>> of) {}

    /** Looks at the links of one document. */
    abstract void check(Document document, Targets targets, Findings findings);

    @Override
    public void check(Context context, Findings findings) {
        Targets targets =
                context.kept(Targets.class, (Optional<Targets> before) -> Targets.of(context, before.orElse(null)));
        Said said = context.kept(this, (Optional<Said> before) -> {
            IdentityHashMap<Document, Optional<Findings>> known = before.filter(b -> b.targets.equals(targets))
                    .map(Said::of)
                    .orElseGet(IdentityHashMap::new);
            return new Said(targets, check(context.documents(), known, targets, findings));
        });
        for (Document document : context.documents()) {
            said.of.getOrDefault(document, Optional.empty()).ifPresent(findings::add);
        }
    }

    private IdentityHashMap<Document, Optional<Findings>> check(
            List<Document> documents, IdentityHashMap<Document, Optional<Findings>> known, Targets targets, Findings findings) {
        IdentityHashMap<Document, Optional<Findings>> all = new IdentityHashMap<>(2 * documents.size());
        for (Document document : documents) {
            Optional<Findings> of = known.get(document);
            if (of == null) {
                Findings apart = findings.apart();
                check(document, targets, apart);
                of = apart.isEmpty() ? Optional.empty() : Optional.of(apart);
            }
            all.put(document, of);
        }
        return all;
    }
}
