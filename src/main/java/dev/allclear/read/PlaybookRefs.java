package dev.allclear.read;

import dev.allclear.model.Field;
import dev.allclear.model.PlaybookRef;
import dev.allclear.model.Word;
import java.util.List;

/** Reads what names a playbook: {@code id} or {@code id@version}. */
final class PlaybookRefs {

    private PlaybookRefs() {}

    /** One; a version that is no whole number is 0 and leaves the id as written, so that no playbook has it. */
    static PlaybookRef of(Word word) {
        String text = word.text();
        int at = text.lastIndexOf('@');
        if (at > 0 && text.substring(at + 1).matches("[1-9]\\d{0,8}")) {
            return new PlaybookRef(text.substring(0, at), Integer.parseInt(text.substring(at + 1)), word);
        }
        return new PlaybookRef(text, 0, word);
    }

    static Field<PlaybookRef> of(Field<String> field) {
        String text = field.value();
        return text == null
                ? new Field<>(null, field.written(), field.at())
                : Field.of(of(new Word(text, field.at())), text, field.at());
    }

    static Field<List<PlaybookRef>> ofList(Field<List<Word>> field) {
        List<Word> words = field.value();
        return words == null
                ? new Field<>(null, field.written(), field.at())
                : new Field<>(words.stream().map(PlaybookRefs::of).toList(), field.written(), field.at());
    }
}
