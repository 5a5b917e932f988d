package dev.premia.codec.avro;

import dev.premia.schemas.Plan;
import java.util.Objects;

/** A version that is to rule closed periods needs somebody else's approval. */
public final class PlanApproval {
    /** The reason code of a version without it. */
    public static final String MISSING_CODE = "not_approved";

    private PlanApproval() {}

    /** Whether somebody other than the author approved a version. */
    public static boolean isGiven(Plan plan) {
        String approver = plan.getApprover();
        return approver != null && !approver.isBlank() && !Objects.equals(approver, plan.getAuthor());
    }

    /** Says to people what is missing. */
    public static String text(Plan plan) {
        return "approver: found " + (plan.getApprover() == null ? "nothing" : "'" + plan.getApprover() + "'")
                + ", expected somebody other than the author: " + plan.getPlan() + " v" + plan.getVersion()
                + " restates closed periods";
    }
}
