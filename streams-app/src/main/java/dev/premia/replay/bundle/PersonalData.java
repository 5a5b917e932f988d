package dev.premia.replay.bundle;

import dev.premia.schemas.Call;
import dev.premia.schemas.ContestPlace;
import dev.premia.schemas.Control;
import dev.premia.schemas.Customer;
import dev.premia.schemas.Manager;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Leaves out of records what no statement of the manager needs: names and contacts of others, their salaries and prizes. */
final class PersonalData {
    private final String manager;

    PersonalData(String manager) {
        this.manager = manager;
    }

    /** The record, or a copy that says less. */
    SpecificRecord reduced(SpecificRecord value) {
        if (value instanceof Manager person && !qualified(person.getSource(), person.getId())) {
            Manager copy = person.getSpecificData().deepCopy(person.getSchema(), person);
            copy.setName(null);
            copy.setEmployeeNumber(null);
            copy.setBaseSalary(null);
            return copy;
        } else if (value instanceof Customer customer) {
            Customer copy = customer.getSpecificData().deepCopy(customer.getSchema(), customer);
            copy.setName(null);
            return copy;
        } else if (value instanceof Call call) {
            Call copy = call.getSpecificData().deepCopy(call.getSchema(), call);
            copy.setRecording(null);
            return copy;
        } else if (value instanceof Control control && !control.getPlaces().isEmpty()) {
            Control copy = control.getSpecificData().deepCopy(control.getSchema(), control);
            List<ContestPlace> own = control.getPlaces().stream()
                    .filter(place -> place.getManager().equals(manager))
                    .toList();
            copy.setPlaces(own);
            return copy;
        }
        return value;
    }

    private boolean qualified(String source, String id) {
        return manager.equals(dev.premia.codec.avro.Qualified.id(source, id));
    }
}
