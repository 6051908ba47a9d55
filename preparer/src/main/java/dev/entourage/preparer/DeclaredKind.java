package dev.entourage.preparer;

import java.lang.reflect.Executable;
import java.lang.reflect.GenericDeclaration;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * {@code TypeVariable}, {@code Parameter} and {@code RecordComponent} values, by the class or
 * member that declares them, and their number there.
 */
final class DeclaredKind implements FormKind {

  private static final String VARIABLE = "variable";
  private static final String PARAMETER = "parameter";
  private static final String COMPONENT = "component";

  @Override
  public String kind() {
    return "declared";
  }

  @Override
  public boolean takes(Class<?> type) {
    return type == Parameter.class
        || type == RecordComponent.class
        || ClassNames.isJdk(type) && TypeVariable.class.isAssignableFrom(type);
  }

  @Override
  public Form form(Object value, Consumer<Class<?>> named) {
    return form(value);
  }

  @Override
  public Form form(Object value) {
    if (value instanceof TypeVariable<?> variable) {
      GenericDeclaration declaring = variable.getGenericDeclaration();
      return form(VARIABLE, all(VARIABLE, declaring).indexOf(variable), declaring);
    }
    if (value instanceof Parameter parameter) {
      Executable declaring = parameter.getDeclaringExecutable();
      return form(PARAMETER, all(PARAMETER, declaring).indexOf(parameter), declaring);
    }
    RecordComponent component = (RecordComponent) value;
    Class<?> declaring = component.getDeclaringRecord();
    List<String> names =
        Stream.of(declaring.getRecordComponents()).map(RecordComponent::getName).toList();
    return form(COMPONENT, names.indexOf(component.getName()), declaring);
  }

  private Form form(String sort, int number, Object declaring) {
    String[] head = {sort, Integer.toString(number)};
    return new Form(kind(), head, new Object[] {declaring});
  }

  @Override
  public String label(Form form, int part) {
    return "declared by";
  }

  @Override
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    List<?> all = all(Heads.text(form, 0), Heads.part(form, 0));
    try {
      return all.get(Integer.parseInt(Heads.text(form, 1)));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw Heads.damaged(kind());
    }
  }

  private List<?> all(String sort, Object declaring) {
    if (sort.equals(VARIABLE) && declaring instanceof GenericDeclaration generic) {
      return Arrays.asList(generic.getTypeParameters());
    }
    if (sort.equals(PARAMETER) && declaring instanceof Executable code) {
      return Arrays.asList(code.getParameters());
    }
    if (sort.equals(COMPONENT) && declaring instanceof Class<?> type && type.isRecord()) {
      return Arrays.asList(type.getRecordComponents());
    }
    throw Heads.damaged(kind());
  }
}
