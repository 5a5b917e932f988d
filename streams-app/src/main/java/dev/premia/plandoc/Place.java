package dev.premia.plandoc;

import java.util.ArrayList;
import java.util.List;

/**
 * Where in a plan something changed.
 *
 * @param component the component's id, null for the plan itself
 * @param keys the keys down to the place
 */
record Place(String component, List<String> keys) {

    static Place ofPlan() {
        return new Place(null, List.of());
    }

    static Place ofComponent(String id) {
        return new Place(id, List.of());
    }

    Place under(String key) {
        List<String> deeper = new ArrayList<>(keys);
        deeper.add(key);
        return new Place(component, List.copyOf(deeper));
    }

    /** The same in every language: {@code components.volume.rate}. */
    String path() {
        String path = String.join(".", keys);
        return component == null ? path : "components." + component + (path.isEmpty() ? "" : "." + path);
    }
}
