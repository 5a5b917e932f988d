package dev.premia.codec.state;

import dev.premia.domain.credit.CustomerAnswer;

/** The stored form of a customer's answer. */
public final class CustomerAnswerCodec {
    public static final StateFormat<CustomerAnswer> FORMAT =
            StateFormat.of("answer of a customer", CustomerAnswerCodec::write, CustomerAnswerCodec::read);

    private CustomerAnswerCodec() {}

    private static void write(BinaryWriter out, CustomerAnswer answer) {
        out.text(answer.survey());
        SubjectCodec.write(out, answer.subject());
        out.instant(answer.answeredAt());
        out.signed(answer.score());
    }

    private static CustomerAnswer read(BinaryReader in) {
        return new CustomerAnswer(in.text(), SubjectCodec.read(in), in.instant(), in.signed());
    }
}
