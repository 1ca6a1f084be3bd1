package dev.court.json;

import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.util.NameTransformer;

/** Tells Jackson what {@link Flattened} means. */
final class FlattenedFields extends JacksonAnnotationIntrospector {
  private static final long serialVersionUID = 1L;

  @Override
  public NameTransformer findUnwrappingNameTransformer(AnnotatedMember member) {
    return member.hasAnnotation(Flattened.class)
        ? NameTransformer.NOP
        : super.findUnwrappingNameTransformer(member);
  }
}
