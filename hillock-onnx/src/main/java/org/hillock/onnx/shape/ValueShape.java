package org.hillock.onnx.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.hillock.onnx.graph.ElementType;

/**
 * What is known of one value of a graph.
 *
 * @param elementType a number of {@link ElementType}; 0 where unknown or where the value is no
 *     tensor
 * @param extents one for each axis; absent where not even their count is known
 * @param constant its numbers, where it is small and they are known
 */
public record ValueShape(
    int elementType, Optional<List<Extent>> extents, Optional<Constant> constant) {

  /** Of which nothing is known. */
  public static final ValueShape UNKNOWN = ofType(0);

  public ValueShape {
    extents = extents.map(List::copyOf);
  }

  /** Only the element type is known. */
  static ValueShape ofType(int elementType) {
    return new ValueShape(elementType, Optional.empty(), Optional.empty());
  }

  static ValueShape of(int elementType, List<? extends Extent> extents) {
    return new ValueShape(elementType, Optional.of(List.copyOf(extents)), Optional.empty());
  }

  static ValueShape of(int elementType, Constant constant) {
    List<Extent> extents = new ArrayList<>();
    constant.dims().forEach(d -> extents.add(Extent.of(d)));
    return new ValueShape(elementType, Optional.of(extents), Optional.of(constant));
  }

  /** What its elements are, where that is known. */
  public Optional<ElementType> type() {
    return ElementType.numbered(elementType);
  }

  /** How many axes it has, where that is known. */
  public Optional<Integer> rank() {
    return extents.map(List::size);
  }

  /** The extents, where every one is known. */
  public Optional<long[]> dims() {
    if (extents.isEmpty() || extents.get().stream().anyMatch(e -> e.value().isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(extents.get().stream().mapToLong(e -> e.value().orElseThrow()).toArray());
  }

  /** How many elements it has, where that is known and fits into a long. */
  public OptionalLong count() {
    if (dims().isEmpty()) {
      return OptionalLong.empty();
    }
    long count = 1;
    for (long dim : dims().get()) {
      if (dim < 0 || (dim > 0 && count > Long.MAX_VALUE / dim)) {
        return OptionalLong.empty();
      }
      count *= dim;
    }
    return OptionalLong.of(count);
  }

  ValueShape withType(int newType) {
    return new ValueShape(newType, extents, constant);
  }

  ValueShape withoutConstant() {
    return new ValueShape(elementType, extents, Optional.empty());
  }

  /** This one, with what is known of {@code declared} where this knows less. */
  ValueShape filledFrom(ValueShape declared) {
    int type = elementType != 0 ? elementType : declared.elementType;
    if (extents.isEmpty() || declared.extents.isEmpty()) {
      return new ValueShape(type, extents.isPresent() ? extents : declared.extents, constant);
    }
    List<Extent> mine = extents.get();
    List<Extent> theirs = declared.extents.get();
    if (mine.size() != theirs.size()) {
      return withType(type);
    }
    List<Extent> merged = new ArrayList<>();
    for (int i = 0; i < mine.size(); i++) {
      merged.add(better(mine.get(i), theirs.get(i)));
    }
    return new ValueShape(type, Optional.of(merged), constant);
  }

  /** What is true of both. */
  ValueShape sharedWith(ValueShape other) {
    int type = elementType == other.elementType ? elementType : 0;
    if (extents.isEmpty()
        || other.extents.isEmpty()
        || extents.get().size() != other.extents.get().size()) {
      return ofType(type);
    }
    List<Extent> shared = new ArrayList<>();
    for (int i = 0; i < extents.get().size(); i++) {
      Extent mine = extents.get().get(i);
      shared.add(mine.equals(other.extents.get().get(i)) ? mine : Extent.UNKNOWN);
    }
    return of(type, shared);
  }

  private static Extent better(Extent inferred, Extent declared) {
    return switch (inferred) {
      case Extent.Known known -> known;
      case Extent.Named named -> declared instanceof Extent.Known ? declared : named;
      case Extent.Unknown unknown -> declared;
    };
  }

  /** Such as {@code [batch, 3, 224, 224]}, or {@code [...]} where the count of axes is unknown. */
  public String described() {
    return extents.map(Object::toString).orElse("[...]");
  }
}
