package dev.hence.report.sarif;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hence.report.record.EditRecord;
import dev.hence.report.record.EditRecord.Replacement;
import java.util.List;

/**
 * The edits of a step as fixes, of which a reader applies one. The lines of a notebook's cell are
 * none of its file, so that nothing can be replaced there.
 */
final class Fixes {
  private Fixes() {}

  static void write(ObjectNode result, String file, List<EditRecord> edits) {
    List<EditRecord> placed = edits.stream().filter(Fixes::isPlaced).toList();
    if (!placed.isEmpty()) {
      ArrayNode fixes = result.putArray("fixes");
      placed.forEach(edit -> fix(fixes.addObject(), file, edit));
    }
  }

  private static boolean isPlaced(EditRecord edit) {
    return !edit.replacements().isEmpty()
        && edit.replacements().stream().allMatch(r -> r.place().cell().isEmpty());
  }

  private static void fix(ObjectNode fix, String file, EditRecord edit) {
    SarifReport.text(fix.putObject("description"), edit.what() + ": " + edit.mended());
    ObjectNode change = fix.putArray("artifactChanges").addObject();
    ArtifactUri.write(change.putObject("artifactLocation"), file);
    ArrayNode replacements = change.putArray("replacements");
    for (Replacement replacement : edit.replacements()) {
      ObjectNode node = replacements.addObject();
      SarifReport.region(node.putObject("deletedRegion"), replacement.place());
      node.putObject("insertedContent").put("text", replacement.text());
    }
  }
}
