// SPDX-License-Identifier: Apache-2.0
/**
 * Who reads. Most of what services show is public; what is not needs a session, which identity-svc opens for a member who
 * proves a key. A session lets nobody act: an act is signed by the member's own key.
 */
@NullMarked
package org.folkmoot.platform.sessions;

import org.jspecify.annotations.NullMarked;
