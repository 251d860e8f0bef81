/**
 * Proofs as values, and the checker that the judge replays them with. Uses the JDK alone; may know:
 * {@code claim} and below. All of this room but {@code Derivatives} must be trusted, and nothing of
 * the road that finds proofs: a proof names rules and places, {@link dev.hence.proof.ProofState}
 * makes of them what they make.
 *
 * <p>That are 4,850 lines without comments, far more than the 800 that were aimed at: 1,350 read
 * the statement into components (what the evaluator does a second time, with numbers), 1,450 are
 * the rules, 1,850 the normal form, 150 the conditions.
 *
 * <p>A statement is translated into components ({@code Translation}): one entry of left − right, a
 * {@link dev.hence.proof.Term} in index letters over ranges of any length, every definition
 * unfolded, every derivative still to be taken. Moves rewrite that goal ({@code Differentiation}).
 * At the end the goal must be 0 in the normal form of commutative rings with sums over letters
 * ({@code NormalForm}). An order of the sides becomes such a goal by a term that is named, equals
 * the difference, and has its sign by its form ({@code Ordering}, {@code Bounds}).
 *
 * <p>What a defect would let through:
 *
 * <ul>
 *   <li>{@code Translation}, {@code Binding}, {@code Calls}, {@code Motion}, {@code Powers}:
 *       another statement than the author's is proved, such as one in which a name is not seen to
 *       move. They do what the evaluator does; the numbers of the numeric road, which every proof
 *       must agree with, are the guard.
 *   <li>{@code Counted}: a natural number n taken for the letter n of a sum, for an index or for a
 *       parameter that is written alike; one that begins with 1 taken to begin with 0.
 *   <li>{@code Rule.CONSTANT}, {@code VARIABLE}: ∂y/∂x = 0 where y moves with x; the derivative of
 *       one entry by another.
 *   <li>{@code SUM}, {@code PRODUCT}, {@code POWER}, {@code ELEMENTARY}, {@code INDEX_SUM}: false
 *       derivatives. What has a kink has none.
 *   <li>{@code CHAIN}: exp(s C)′ = s′ C exp(s C) of a C that moves; a wrong slot or entry; with a
 *       letter that is not new, an index captured: Σₖ ∂ₖF ∂uₖ read at one k.
 *   <li>{@code INTEGRAL}: a derivative taken past an end that moves.
 *   <li>{@code SUBSTITUTE}: a derivative taken after its variable was given a value, so 0.
 *   <li>{@code FUNDAMENTAL_THEOREM}: equal derivatives in T without equal beginnings; equality
 *       across a pole; an order for T < 0. States move as {@code Translation.velocity} says, at the
 *       time that they are at ({@code Scene.ofVelocities}).
 *   <li>{@code UNIQUENESS}: a second solution, where a coefficient breaks off or is not continuous
 *       (u′ = u/T), or where u′ is another function than the one that is 0 at the start.
 *   <li>{@code LEMMA}: what follows from something that is not proved, from itself, or from what
 *       holds in another setting: under more assumptions, along another flow, until another time,
 *       or where a name has another formula ({@code Lemma.maySpeakOf}). Whatever a proof uses is
 *       replayed with it; no verdict and nothing that was kept is believed. With a letter that is
 *       not new, an index captured; an equation that holds where its own quotients and roots are
 *       defined, used where they are not.
 *   <li>{@code RECURSION}: the first member taken for a later one; a member that rests where what
 *       it is made of moves or is bound ({@code Recursions.member}); families that lead to each
 *       other without an end, which would make everything equal ({@code Descending}); Mⁿ = Mⁿ⁻¹ M′
 *       for M M′.
 *   <li>{@code LAST_TERM}: the last term of a sum that may have none.
 *   <li>{@code INDUCTION}: equal from each index to the next without equal beginnings; a
 *       coefficient or a difference that is not defined for some index on the way; an index on
 *       which the range of another, or the number of entries, depends.
 *   <li>{@code SIGN}: a ≥ 0 of any a, seen in √a² or e^{log a}, unless roots, logarithms and
 *       quotients must be those of the goal; a sum over no values above 0; a definite integral
 *       whose ends are exchanged; a product of two factors that are not the same as a square.
 *   <li>{@code ANTIDERIVATIVE}: an integral across a pole or a kink.
 *   <li>{@code Products}, {@code Deltas}: Σⱼ aⱼ Σⱼ bⱼ = Σⱼ aⱼ bⱼ if letters are not opened; δ
 *       contracted outside of its range ({@code Ranges}: sizes are at least 1, letters lie in their
 *       ranges).
 *   <li>{@code Inverses}: M⁻¹ M = I over a part of the rows, or of another matrix; A⁻¹ B⁻¹ for (A
 *       B)⁻¹; M⁻¹ taken for symmetric.
 *   <li>{@code Demands}: a condition left out of the verdict; no false equation where it holds.
 *   <li>{@code Cancellation}: P/P = 1 where the sum in P is used elsewhere too.
 *   <li>{@code Functions}: √x² = x, log x² = 2 log x. A root or logarithm is taken apart only where
 *       {@code Facts} knows a factor to be positive.
 *   <li>{@code Facts}: a declaration believed of what a derivative moves, or of a state.
 *   <li>{@code Naming}: nothing; a poor choice of names only leaves equal terms apart, if renaming
 *       is right.
 *   <li>{@code Terms}: captured letters, everywhere.
 * </ul>
 *
 * <p>A proof says that both sides are equal wherever both are defined, for every smooth function,
 * every size of at least 1, and every trajectory that exists until T. It says nothing of where one
 * side alone is defined.
 */
package dev.hence.proof;
