// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.function.Supplier;

/**
 * A plugin that is asked behind a fence: it answers, or there is a {@link PluginFailed}, whatever its code does. The
 * built-in ones are not fenced and pay nothing for it.
 */
public interface Fenced {
    /** Makes the plugin's settings behind the same fence, because they are its code as well. */
    <S> S settings(Supplier<S> making);
}
