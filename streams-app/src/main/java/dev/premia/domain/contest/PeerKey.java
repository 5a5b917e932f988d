package dev.premia.domain.contest;

import dev.premia.domain.credit.Subject;
import dev.premia.domain.time.Window;

/**
 * What managers are compared in: a contest or a pool of a plan, in a window, within a group.
 *
 * @param component the component's id
 * @param group the team or the company
 */
public record PeerKey(String plan, String component, Window window, Subject group) {}
