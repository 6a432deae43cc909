package dev.allclear.render;

import freemarker.ext.beans.ClassMemberAccessPolicy;
import freemarker.ext.beans.MemberAccessPolicy;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

/**
 * Lets templates call what views say of themselves, and nothing that every object has: {@code getClass()} is the first step
 * out of a template.
 */
final class ViewsOnly implements MemberAccessPolicy, ClassMemberAccessPolicy {

    static final ViewsOnly INSTANCE = new ViewsOnly();

    private static final String OURS = "dev.allclear.";

    private ViewsOnly() {}

    @Override
    public ClassMemberAccessPolicy forClass(Class<?> type) {
        return this;
    }

    @Override
    public boolean isToStringAlwaysExposed() {
        return false;
    }

    @Override
    public boolean isMethodExposed(Method method) {
        return method.getDeclaringClass().getName().startsWith(OURS) && !Modifier.isStatic(method.getModifiers());
    }

    @Override
    public boolean isConstructorExposed(Constructor<?> constructor) {
        return false;
    }

    @Override
    public boolean isFieldExposed(Field field) {
        return false;
    }
}
