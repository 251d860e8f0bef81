package dev.hence.report.junitxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hence.Golden;
import dev.hence.report.Asked;
import dev.hence.report.Samples;
import dev.hence.report.record.DefectRecord;
import dev.hence.report.record.RunRecord;
import dev.hence.report.record.ShardRecord;
import java.io.StringReader;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class JunitReportTest {
  private static final String XML = JunitReport.of(Samples.recorded());

  /**
   * By a schema of our own, which allows less than junit-10.xsd of Jenkins; and by that, where it
   * is at hand: {@code -Dhence.junit.xsd=junit-10.xsd} names a copy of jenkinsci/xunit-plugin's.
   */
  private static void validate(String xml) throws Exception {
    validate(xml, JunitReportTest.class.getResource("/junit.xsd"));
    String jenkins = System.getProperty("hence.junit.xsd");
    if (jenkins != null) {
      validate(xml, Path.of(jenkins).toUri().toURL());
    }
  }

  private static void validate(String xml, URL schema) throws Exception {
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(schema)
        .newValidator()
        .validate(new StreamSource(new StringReader(xml)));
  }

  private static Element root(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)))
        .getDocumentElement();
  }

  @Test
  void holdsACaseForEachStep() {
    Golden.assertMatches("junit/everything.xml", XML);
  }

  @Test
  void isValid() throws Exception {
    validate(XML);
    validate(JunitReport.of(Samples.recorded(Samples.passing())));
    assertThatThrownBy(() -> validate(XML.replace("<testcase ", "<testcase line=\"1\" ")))
        .isInstanceOf(SAXException.class);
    assertThatThrownBy(() -> validate(XML.replace("failures=", "failed=")))
        .isInstanceOf(SAXException.class);
  }

  @Test
  void countsWhatItHolds() throws Exception {
    Element root = root(XML);
    assertThat(root.getElementsByTagName("testcase").getLength())
        .isEqualTo(Integer.parseInt(root.getAttribute("tests")));
    assertThat(root.getElementsByTagName("failure").getLength())
        .isEqualTo(Integer.parseInt(root.getAttribute("failures")))
        .isPositive();
    assertThat(root.getElementsByTagName("error").getLength())
        .isEqualTo(Integer.parseInt(root.getAttribute("errors")))
        .isPositive();
  }

  @Test
  void letsADocumentWriteNoXml() throws Exception {
    String hostile = "]]></error><x a=\"1\">&lol;\u0000\u001b\ud800\ufffe\u0085 𝐰\n";
    RunRecord run =
        new RunRecord(
            "1",
            Asked.DEFAULT,
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(new DefectRecord(hostile, hostile, List.of())));
    String xml = JunitReport.of(run);
    assertThatCode(() -> validate(xml)).doesNotThrowAnyException();
    assertThat(root(xml).getElementsByTagName("error").item(0).getTextContent())
        .isEqualTo("]]></error><x a=\"1\">&lol;\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD 𝐰\n");
    assertThat(((Element) root(xml).getElementsByTagName("testcase").item(0)).getAttribute("name"))
        .endsWith("𝐰\n");
  }

  @Test
  void saysOfAShardThatItIsOne() {
    RunRecord whole = Samples.recorded(Samples.passing());
    RunRecord part =
        new RunRecord(
            "1",
            whole.asked(),
            Optional.of(new ShardRecord(2, 3, 7)),
            whole.documents(),
            List.of(),
            List.of());
    assertThat(JunitReport.of(part))
        .contains("<property name=\"hence.shard\" value=\"2/3\"/>")
        .contains("<property name=\"hence.elsewhere\" value=\"7 steps\"/>");
  }
}
