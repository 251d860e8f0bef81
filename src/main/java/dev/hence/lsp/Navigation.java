package dev.hence.lsp;

import dev.hence.claim.Declaration;
import dev.hence.claim.Definition;
import dev.hence.claim.Derivation;
import dev.hence.claim.Inferred;
import dev.hence.claim.Scope;
import dev.hence.claim.Statement;
import dev.hence.read.Names;
import dev.hence.read.prose.Mention;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The ways through a page: from a name to where it is defined or declared and to all its mentions,
 * from a reference to its equation and back.
 */
final class Navigation {
  private final Derivation page;
  private final List<Mention> mentions;
  private final Tags tags;

  private Navigation(Derivation page) {
    this.page = page;
    this.mentions = Names.of(page.source());
    this.tags =
        Tags.of(page.source().content(), page.statements().stream().map(Statement::span).toList());
  }

  static Navigation of(Derivation page) {
    return new Navigation(page);
  }

  /** Where that is defined which stands at a place. */
  Optional<Span> definition(int offset) {
    Optional<String> tag = tags.at(offset);
    return tag.isPresent()
        ? tags.tag(tag.get())
        : at(offset).map(name -> definition(name, offset).span());
  }

  /**
   * All places that speak of what stands at a place.
   *
   * @param withDefinition whether the place that defines it is one of them
   */
  List<Span> references(int offset, boolean withDefinition) {
    Set<Span> all = new LinkedHashSet<>();
    Optional<String> tag = tags.at(offset);
    if (tag.isPresent()) {
      all.addAll(tags.references(tag.get()));
    } else {
      at(offset).ifPresent(name -> all.addAll(everywhere(name)));
    }
    Optional<Span> definition = definition(offset);
    definition.ifPresent(withDefinition ? all::add : all::remove);
    return all.stream().sorted(Comparator.comparingInt(Span::start)).toList();
  }

  private Optional<Mention> at(int offset) {
    List<Mention> all = new ArrayList<>(mentions);
    declarations().forEach(span -> all.addAll(Names.in(page.source(), span)));
    return all.stream()
        .filter(m -> m.span().touches(offset))
        .min(Comparator.comparing(m -> offset == m.span().end()));
  }

  private List<Span> everywhere(Mention name) {
    return mentions.stream().filter(name::names).map(Mention::span).toList();
  }

  /** The definition before the place, else one behind it, else what declares, else what infers. */
  private Mention definition(Mention name, int offset) {
    List<Mention> heads =
        page.definitions().stream()
            .map(Definition::span)
            .flatMap(span -> Names.in(page.source(), span).stream().limit(1))
            .filter(name::names)
            .toList();
    return heads.stream()
        .filter(head -> head.span().start() <= offset)
        .max(Comparator.comparingInt(head -> head.span().start()))
        .or(() -> heads.stream().findFirst())
        .or(() -> first(declarations(), name))
        .or(() -> first(page.inferred().stream().map(Inferred::place).toList(), name))
        .or(() -> mentions.stream().filter(name::names).findFirst())
        .orElse(name);
  }

  private Optional<Mention> first(List<Span> places, Mention name) {
    return places.stream()
        .flatMap(span -> Names.in(page.source(), span).stream())
        .filter(name::names)
        .findFirst();
  }

  /** The entries that declare names, in the order of the document. */
  private List<Span> declarations() {
    Set<Span> spans = new LinkedHashSet<>();
    for (Statement statement : page.statements()) {
      Optional<Scope> scope =
          switch (statement) {
            case Statement.Step step -> Optional.of(step.scope());
            case Statement.Given given -> Optional.of(given.scope());
            case Statement.NoStatement none -> Optional.empty();
            case Statement.Unread unread -> Optional.empty();
          };
      scope.ifPresent(
          s -> {
            s.variables().values().stream().map(Declaration::span).forEach(spans::add);
            s.functions().values().stream().map(Declaration::span).forEach(spans::add);
          });
    }
    return spans.stream().sorted(Comparator.comparingInt(Span::start)).toList();
  }
}
