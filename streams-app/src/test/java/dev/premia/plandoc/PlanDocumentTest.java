package dev.premia.plandoc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.codec.plan.PlanTree;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The document says everything that the plan says, in Markdown, HTML and PDF alike. */
class PlanDocumentTest {

    private static PlanDocument document(PlanLanguage language) {
        return PlanDocument.of(Sample.resource("document.yaml"), language);
    }

    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(Sample.EXAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".yaml")
                            && !file.toString().endsWith(".scenario.yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldWriteMarkdownAsExpected(PlanLanguage language) {
        Golden.check("document-" + language.code() + ".md", MarkdownWriter.write(document(language)));
    }

    @ParameterizedTest
    @EnumSource
    void shouldBeTheSameWhenWrittenAgain(PlanLanguage language) {
        assertThat(MarkdownWriter.write(document(language))).isEqualTo(MarkdownWriter.write(document(language)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void shouldWriteEveryExamplePlan(Path file) throws Exception {
        for (PlanLanguage language : PlanLanguage.values()) {
            PlanSource source = Sample.file(file);
            PlanDocument document = PlanDocument.of(source, language);
            String markdown = MarkdownWriter.write(document);

            assertThat(markdown)
                    .contains(source.plan().sha256(), source.text())
                    .doesNotContainPattern("[\\uE000-\\uE003]");
            assertThat(textOf(parsed(HtmlWriter.write(document)).getDocumentElement()))
                    .contains(source.plan().sha256());
        }
    }

    @Test
    void shouldBeOneHtmlFileThatLoadsNothing() throws Exception {
        String html = HtmlWriter.write(document(PlanLanguage.RU));

        assertThat(html)
                .doesNotContain("<script", "<link", "<img", "src=", "href=", "url(")
                .contains("@page", "lang=\"ru\"", "Всё сразу | и *ещё*");
        assertThat(parsed(html).getElementsByTagName("h2").getLength()).isGreaterThan(6);
    }

    @ParameterizedTest
    @EnumSource
    void shouldSayTheSameInPdfAsInHtml(PlanLanguage language) throws Exception {
        PlanDocument document = document(language);
        String footer = "(?m)^" + Pattern.quote(document.label() + " · SHA-256 " + document.sha256()) + " \\d+ / \\d+$";
        String pdf = compact(pdfText(document).replaceAll(footer, ""));

        assertThat(paragraphs(parsed(HtmlWriter.write(document))))
                .hasSizeGreaterThan(100)
                .allSatisfy(paragraph -> assertThat(pdf).contains(compact(paragraph)));
    }

    @Test
    void shouldHaveCyrillicTextAndTheHashOnEveryPageOfThePdf() throws IOException {
        PlanDocument document = document(PlanLanguage.RU);
        try (PDDocument pdf = Loader.loadPDF(pdf(document))) {
            PDFTextStripper stripper = new PDFTextStripper();
            assertThat(pdf.getNumberOfPages()).isGreaterThan(2);
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(pdf))
                        .contains("everything v3 · SHA-256 " + document.sha256(), page + " / ");
            }
            stripper.setStartPage(1);
            assertThat(stripper.getText(pdf))
                    .contains("Положение о премировании", "Выручка", "Подпись", "Работодатель");
            assertThat(pdf.getDocumentInformation().getTitle()).startsWith("Положение о премировании");
        }
    }

    @Test
    void shouldListTermsThatItHasNoWordsFor() {
        PlanSource source = Sample.plan("components: [{ id: volume, rate: 5%, of: revenue }]");
        Map<String, PlanTree> component = new LinkedHashMap<>(
                ((PlanTree.Fields) source.tree().items("components").get(0)).fields());
        component.put("brand_new", new PlanTree.Text("5%"));
        Map<String, PlanTree> plan = new LinkedHashMap<>(source.tree().fields());
        plan.put("components", new PlanTree.Items(List.of(new PlanTree.Fields(component))));
        plan.put("newer_still", new PlanTree.Text("1000"));

        String markdown = MarkdownWriter.write(PlanDocument.of(
                new PlanSource(source.text(), source.result(), new PlanTree.Fields(plan)), PlanLanguage.EN));

        assertThat(markdown)
                .contains("- Brand\\_new: 5\u00A0%.\n", "| Newer\\_still | 1,000 |")
                .doesNotContain("Example.");
    }

    @Test
    void shouldSayThatATrialBooksNothing() {
        PlanSource source = Sample.plan("shadow: true\ncomponents: [{ id: volume, rate: 5%, of: revenue }]");

        assertThat(MarkdownWriter.write(PlanDocument.of(source, PlanLanguage.EN)))
                .contains("nothing is booked by it");
    }

    private static byte[] pdf(PlanDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfWriter.write(document, out);
        return out.toByteArray();
    }

    private static String pdfText(PlanDocument document) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(pdf(document))) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private static org.w3c.dom.Document parsed(String html) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
    }

    /** The texts of everything that holds text and no further block. */
    private static List<String> paragraphs(org.w3c.dom.Document html) {
        List<String> paragraphs = new ArrayList<>();
        for (String tag : List.of("h1", "h2", "h3", "p", "li", "th", "td")) {
            NodeList elements = html.getElementsByTagName(tag);
            for (int i = 0; i < elements.getLength(); i++) {
                Element element = (Element) elements.item(i);
                if (element.getElementsByTagName("p").getLength() == 0) {
                    paragraphs.add(textOf(element));
                }
            }
        }
        paragraphs.addAll(
                textOf(html.getElementsByTagName("pre").item(0)).lines().toList());
        return paragraphs.stream().filter(text -> !text.contains("· SHA-256")).toList();
    }

    private static String textOf(Node node) {
        return node.getTextContent();
    }

    private static String compact(String text) {
        return text.replaceAll("[\\s\\u00A0]+", "");
    }
}
