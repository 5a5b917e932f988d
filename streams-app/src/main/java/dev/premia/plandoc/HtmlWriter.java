package dev.premia.plandoc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Documents as one HTML file, well-formed as XML, with a style sheet of its own for screen and paper. Nothing is loaded from elsewhere. */
public final class HtmlWriter {
    private static final Pattern MARK = Pattern.compile("[" + Marks.CODE + Marks.STRONG + "]");

    private final StringBuilder out = new StringBuilder();

    private HtmlWriter() {}

    /** The document; lines end with {@code \n}. */
    public static String write(PlanDocument document) {
        HtmlWriter writer = new HtmlWriter();
        writer.document(document);
        return writer.out.toString();
    }

    private void document(PlanDocument document) {
        String footer = document.label() + " · SHA-256 " + document.sha256();
        out.append("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"")
                .append(document.language().code())
                .append("\">\n<head>\n<meta charset=\"UTF-8\"/>\n<title>")
                .append(text(document.title()))
                .append("</title>\n<style>\n")
                .append(css().replace("@FOOTER@", footer))
                .append("</style>\n</head>\n<body>\n");
        element("h1", text(document.title()));
        document.blocks().forEach(this::block);
        out.append("<p class=\"hash\">").append(text(footer)).append("</p>\n</body>\n</html>\n");
    }

    private static String css() {
        try (InputStream in = HtmlWriter.class.getResourceAsStream("document.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void element(String name, String content) {
        out.append('<')
                .append(name)
                .append('>')
                .append(content)
                .append("</")
                .append(name)
                .append(">\n");
    }

    private void block(Block block) {
        if (block instanceof Block.Heading heading) {
            element("h" + heading.level(), text(heading.text()));
        } else if (block instanceof Block.Paragraph paragraph) {
            element("p", text(paragraph.text()));
        } else if (block instanceof Block.Bullets list) {
            out.append(list.numbered() ? "<ol>\n" : "<ul>\n");
            list.items().forEach(item -> element("li", text(item)));
            out.append(list.numbered() ? "</ol>\n" : "</ul>\n");
        } else if (block instanceof Block.Grid grid) {
            grid(grid);
        } else if (block instanceof Block.Verbatim verbatim) {
            out.append("<pre>").append(text(verbatim.text())).append("</pre>\n");
        } else if (block instanceof Block.Signatures signatures) {
            signatures(signatures);
        }
    }

    private void grid(Block.Grid grid) {
        boolean facts = grid.head().isEmpty();
        out.append(facts ? "<table class=\"facts\">\n" : "<table>\n");
        if (!facts) {
            out.append("<thead><tr>");
            grid.head().forEach(cell -> out.append("<th>").append(text(cell)).append("</th>"));
            out.append("</tr></thead>\n");
        }
        out.append("<tbody>\n");
        for (List<String> row : grid.rows()) {
            out.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                String name = facts && i == 0 ? "th" : "td";
                out.append('<')
                        .append(name)
                        .append('>')
                        .append(text(row.get(i)))
                        .append("</")
                        .append(name)
                        .append('>');
            }
            out.append("</tr>\n");
        }
        out.append("</tbody>\n</table>\n");
    }

    private void signatures(Block.Signatures signatures) {
        out.append("<table class=\"signatures\">\n<tbody>\n<tr>");
        for (String party : signatures.parties()) {
            out.append("<td><p><strong>").append(text(party)).append("</strong></p>");
            signatures.fields().forEach(field -> out.append("<p class=\"line\">")
                    .append(text(field))
                    .append("</p>"));
            out.append("</td>");
        }
        out.append("</tr>\n</tbody>\n</table>\n");
    }

    /** Parts with marks and without stand beside each other, each in an element of its own: so a PDF keeps them in their order. */
    private static String text(String text) {
        StringBuilder escaped = new StringBuilder();
        boolean marked = MARK.matcher(text).find();
        boolean inside = false;
        boolean open = false;
        for (char character : text.toCharArray()) {
            String tag = tag(character);
            if (marked && !inside && tag == null && !open) {
                escaped.append("<span>");
                open = true;
            } else if (tag != null && open) {
                escaped.append("</span>");
                open = false;
            }
            inside = tag == null ? inside : !tag.startsWith("</");
            escaped.append(tag == null ? escaped(character) : tag);
        }
        return escaped.append(open ? "</span>" : "").toString();
    }

    private static String tag(char character) {
        return switch (character) {
            case Marks.CODE -> "<code>";
            case Marks.END_OF_CODE -> "</code>";
            case Marks.STRONG -> "<strong>";
            case Marks.END_OF_STRONG -> "</strong>";
            default -> null;
        };
    }

    private static String escaped(char character) {
        return switch (character) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            default -> String.valueOf(isOfXml(character) ? character : '\uFFFD');
        };
    }

    /** XML has no control characters but these. */
    private static boolean isOfXml(char character) {
        return character >= ' ' || character == '\n' || character == '\t' || character == '\r';
    }
}
