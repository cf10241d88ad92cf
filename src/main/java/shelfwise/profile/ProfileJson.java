package shelfwise.profile;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import shelfwise.base.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads profiles as they are kept. */
public final class ProfileJson {
    /** Raised when a profile's form or meaning changes: an older one is then made anew. */
    public static final int FORMAT = 1;

    private static final JsonMapper MAPPER = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES).addMixIn(RowFilter.class, NamedFilter.class).build();

    private record Kept(int format, Profile profile) { }

    /** Names of filters in JSON. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = RowFilter.None.class, name = "none"),
        @JsonSubTypes.Type(value = RowFilter.Missing.class, name = "missing"),
        @JsonSubTypes.Type(value = RowFilter.OuterBlank.class, name = "outer-blank"),
        @JsonSubTypes.Type(value = RowFilter.Within.class, name = "within"),
        @JsonSubTypes.Type(value = RowFilter.Outside.class, name = "outside"),
        @JsonSubTypes.Type(value = RowFilter.Matches.class, name = "matches"),
        @JsonSubTypes.Type(value = RowFilter.RepeatedRow.class, name = "repeated-row"),
        @JsonSubTypes.Type(value = RowFilter.RepeatedKey.class, name = "repeated-key"),
        @JsonSubTypes.Type(value = RowFilter.ByEvents.class, name = "by-events"),
        @JsonSubTypes.Type(value = RowFilter.SeveralValues.class, name = "several-values"),
        @JsonSubTypes.Type(value = RowFilter.NotIn.class, name = "not-in")})
    private interface NamedFilter { }

    private ProfileJson() { }

    public static String write(Profile profile) {
        return MAPPER.writeValueAsString(new Kept(FORMAT, profile));
    }

    /** @throws shelfwise.base.ProblemException if it is not a profile of this format: make the profile anew */
    public static Profile read(String json) {
        try {
            Kept kept = MAPPER.readValue(json, Kept.class);
            if (kept.format() != FORMAT) throw Problem.of("profile.other-format", "", kept.format(), FORMAT).asException();
            return kept.profile();
        } catch (JacksonException e) {
            throw Problem.of("profile.unreadable", "").asException(e);
        }
    }
}
