package dev.premia.plandoc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Documents as Markdown (GitHub flavour: with tables). */
public final class MarkdownWriter {
    private static final String SPECIAL = "\\`*_[]<|~";
    private static final String RULE = "______________________";

    private final StringBuilder out = new StringBuilder();

    private MarkdownWriter() {}

    /** The document; lines end with {@code \n}. */
    public static String write(PlanDocument document) {
        MarkdownWriter writer = new MarkdownWriter();
        writer.out.append("# ").append(text(document.title())).append("\n\n");
        document.blocks().forEach(writer::block);
        writer.out
                .append("---\n\n")
                .append(text(document.label()))
                .append(" · SHA-256 `")
                .append(document.sha256())
                .append("`\n");
        return writer.out.toString();
    }

    private void block(Block block) {
        if (block instanceof Block.Heading heading) {
            out.append("#".repeat(heading.level()))
                    .append(' ')
                    .append(text(heading.text()))
                    .append('\n');
        } else if (block instanceof Block.Paragraph paragraph) {
            out.append(text(paragraph.text())).append('\n');
        } else if (block instanceof Block.Bullets list) {
            for (int i = 0; i < list.items().size(); i++) {
                out.append(list.numbered() ? (i + 1) + ". " : "- ")
                        .append(text(list.items().get(i)))
                        .append('\n');
            }
        } else if (block instanceof Block.Grid grid) {
            grid(grid);
        } else if (block instanceof Block.Verbatim verbatim) {
            String fence = verbatim.text().contains("```") ? "~~~~" : "```";
            out.append(fence).append("yaml\n").append(verbatim.text());
            out.append(verbatim.text().endsWith("\n") ? "" : "\n").append(fence).append('\n');
        } else if (block instanceof Block.Signatures signatures) {
            signatures(signatures);
        }
        out.append('\n');
    }

    private void grid(Block.Grid grid) {
        int columns = grid.head().isEmpty() ? 2 : grid.head().size();
        row(grid.head().isEmpty() ? Collections.nCopies(columns, "") : grid.head());
        out.append("|").append("---|".repeat(columns)).append('\n');
        grid.rows().forEach(this::row);
    }

    private void row(List<String> cells) {
        out.append('|');
        cells.forEach(cell -> out.append(' ').append(text(cell)).append(" |"));
        out.append('\n');
    }

    private void signatures(Block.Signatures signatures) {
        List<String> head = new ArrayList<>(List.of(""));
        head.addAll(signatures.parties());
        row(head);
        out.append("|").append("---|".repeat(head.size())).append('\n');
        for (String field : signatures.fields()) {
            out.append("| ").append(text(field)).append(" |");
            out.append((" " + RULE.replace("_", "\\_") + " |")
                            .repeat(signatures.parties().size()))
                    .append('\n');
        }
    }

    private static String text(String text) {
        StringBuilder escaped = new StringBuilder();
        boolean code = false;
        for (char character : text.toCharArray()) {
            switch (character) {
                case Marks.CODE -> {
                    code = true;
                    escaped.append('`');
                }
                case Marks.END_OF_CODE -> {
                    code = false;
                    escaped.append('`');
                }
                case Marks.STRONG, Marks.END_OF_STRONG -> escaped.append("**");
                default -> {
                    boolean special = SPECIAL.indexOf(character) >= 0 && (!code || character == '|');
                    escaped.append(special ? "\\" : "").append(character);
                }
            }
        }
        // Bold text must not end with a blank inside its asterisks.
        return escaped.toString().replaceAll("(\\S) \\*\\*(?=\\S)", "$1** ");
    }
}
