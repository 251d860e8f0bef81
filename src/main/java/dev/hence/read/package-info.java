/**
 * From text to what it says: {@code document} takes a file apart, {@code math} parses its
 * mathematics, {@code meaning} gives the mathematics names, shapes and scopes. This is the reader
 * in force.
 *
 * <h2>The reader that replaces it</h2>
 *
 * <p>It stands beside, and nothing that is checked rests on it yet. A display will go through it
 * like this:
 *
 * <pre>
 * text ─document→ displays ─syntax→ trees with choices ─elaborate→ typed statements ─role→ claims …
 *                     └───────── prose ──────────────────┘
 * </pre>
 *
 * <ol>
 *   <li>{@code document} cuts the file into header, prose, displays and comments. It stays.
 *   <li>{@code syntax} reads a display into a lossless tree: {@code Parser.display}. Every token
 *       belongs to one node. Where the grammar allows two readings, the tree holds a {@code Choice}
 *       with the name of the doubt. A row that cannot be read is in the tree with its {@code
 *       Fault}, which says what was read so far. <i>Done:</i> all displays and header entries of
 *       the library, the reference and the corpora are parsed, and print back as they were written.
 *   <li>{@code symbol} holds names as values: letter, font, accents, marks; {@code syntax.Symbols}
 *       reads one from a tree, with none of its scripts or with all. <i>Done.</i> Whether a script
 *       is a label, an index or a power is for {@code elaborate} to find out.
 *   <li>{@code type} holds types with unknowns, lengths that are linear in theirs, and the unifier
 *       with its trail. <i>Done.</i>
 *   <li>{@code elaborate} takes a tree to a typed expression: {@code Elaborator} gives each kind of
 *       tree to the class of its notation, which says of what type it is and makes a {@code Draft}
 *       of the expression. {@code Inference} holds what is found out: types, what waits for them,
 *       names that nothing declares, refusals. All of it is taken back with {@code Unifier.mark}
 *       and {@code Unifier.undo}. {@code Choices} tries the readings of a choice; {@code
 *       Elaboration} goes through all ways to decide: one result is taken, several are printed, of
 *       none the refusals are told. {@code LeftSide} and {@code Sets} read declarations.
 *       <i>Begun:</i> see below.
 *   <li>{@code prose} reads declarations and cues from the sentences between. <i>Done, and in
 *       force:</i> {@code Inferring} hands what it says to the reader in force as a {@code
 *       role.Supplement}, and leaves out what cannot be read beside the header.
 *   <li>{@code role} cuts displays into statements ({@code Clauses}), reads header entries ({@code
 *       Setting}), and says by one table what each statement is ({@code Roles}): definition, claim,
 *       condition, given, or asked for. {@code Page} is the way in. <i>Begun.</i>
 * </ol>
 *
 * <h2>What stays with the tree for those who elaborate it</h2>
 *
 * <ul>
 *   <li>A row is flat: statements, separators, tags and words in the order in which they stand.
 *       That {@code x, y \in S} speaks of two names, and {@code i = 1, \dots, N} of a range, is not
 *       settled there. The same holds for the number of an equation in parentheses behind a gap.
 *   <li>Rows of an environment are rows inside the statement that holds it; a row may begin with a
 *       relation and goes on with the chain before it.
 *   <li>Dots stay dots: {@code x_1 + \cdots + x_n} is a sum of three terms. {@code \pm} is a sign;
 *       that it makes two statements is settled later.
 *   <li>Words are a {@code Phrase}. {@code Phrase.OTHER} is not in the list of words that may stand
 *       in a display: such a display must not be read as if the words were not there. Statements
 *       behind an explanation are read and belong to it; a relation among them is a step of its own
 *       or is asked for.
 *   <li>The parser accepts more than the one in force: unequal rows of a matrix, a difference of
 *       orders above and below the bar of a derivative, a sum behind {@code \sum} in bare braces
 *       and a script on bare braces are for {@code elaborate} to refuse.
 * </ul>
 *
 * <h2>How far the reader that is to be has come</h2>
 *
 * <p>{@code mvn test -Dtest=ReadersTest -Dreader=compare} runs both readers on all documents,
 * counts the steps and givens that both understand alike (sides, relation and conditions are equal
 * as values), and groups the rest by cause. It also lists what the new reader reads where the one
 * in force refuses: each of these is a misreading or a message that is owed.
 *
 * <pre>
 * library 944 of 1234, reference 388 of 557, corpus right 1293 of 1842, wrong 1259 of 1730,
 * problems 95 of 128, real 59 of 157, symbolic 200 of 206, general 329 of 387
 * </pre>
 *
 * <p>Not read yet, the most frequent first: steps of iterations and recursions; means and laws
 * ({@code \sim}); values at the start among the dynamics; inferences; rules of {@code read};
 * solutions that depend on parameters; dots; divergences; binomials. What is not read is refused
 * with its name ({@code Refusal.NoMeaning}), and a header entry that is not read takes with it all
 * that speaks of its names.
 *
 * <p>Of a function whose values are declared to lie in an interval that is assumed for all
 * arguments; other sets of values are refused, for {@code claim.Declaration.Function} has no place
 * for them. Kinds of claims but limits and orders, horizons, labels of steps, {@code try} and
 * {@code round} are not made yet: a {@code Line} of {@code role} has the sides, the relation, the
 * conditions, the limit and the scope.
 *
 * <h2>What holds the two together</h2>
 *
 * <p>The freeze in {@code src/test/resources/freeze} holds every statement and every problem of all
 * documents as the reader in force understands them: {@code mvn test -Dtest=FreezeTest
 * -Dfreeze=check} prints what differs by cause, {@code -Dfreeze=write} takes it anew. A difference
 * of the reader that is to be is a mended misreading, listed with its reason, or a defect. A
 * notation is added in one row of {@code syntax.Notation} or {@code syntax.Phrase}. The
 * architecture test holds the packages apart: each knows only those above it in the list.
 *
 * <p>May know: {@code claim} and below.
 */
package dev.hence.read;
