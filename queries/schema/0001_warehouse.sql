-- The warehouse as internal/vocabulary describes it: main holds facts without names, private the rest.
CREATE SCHEMA private;

CREATE TABLE main.session (
    community_id                 text,
    file_id                      text,
    sheet_no                     integer,
    row_no                       integer,
    column_no                    integer,
    row_key                      text,
    modified_at                  timestamp,
    counts                       boolean,
    session_id                   text,
    cohort                       text,
    day_no                       integer,
    planned_on                   integer,
    starts                       text,
    minutes                      double precision,
    kind                         text,
    title_text_id                text,
    topics_text_id               text,
    taxonomy                     text,
    open_to                      text,
    series_id                    text,
    facilitator_alias_ids        text,
    led_by                       text,
    status                       text,
    scale                        text,
    listed                       boolean,
    has_register                 boolean,
    starts_at                    timestamp,
    ends_at                      timestamp
);

CREATE TABLE main.meeting (
    community_id                 text,
    file_id                      text,
    sheet_no                     integer,
    row_no                       integer,
    column_no                    integer,
    row_key                      text,
    modified_at                  timestamp,
    counts                       boolean,
    meeting_id                   text,
    session_id                   text,
    day_no                       integer,
    title_text_id                text,
    starts_at                    timestamp,
    ends_at                      timestamp,
    minutes                      double precision,
    stated_participants          integer,
    headcount                    integer,
    source                       text
);

CREATE TABLE main.group_assignment (
    community_id                 text,
    file_id                      text,
    sheet_no                     integer,
    row_no                       integer,
    column_no                    integer,
    row_key                      text,
    modified_at                  timestamp,
    counts                       boolean,
    session_id                   text,
    first_day                    integer,
    last_day                     integer,
    alias_id                     text,
    leadership_group             text
);

CREATE TABLE main.group_output (
    community_id                 text,
    file_id                      text,
    sheet_no                     integer,
    row_no                       integer,
    column_no                    integer,
    row_key                      text,
    modified_at                  timestamp,
    counts                       boolean,
    session_id                   text,
    leadership_group             text,
    output_kind                  text,
    outcome                      text,
    adopted                      boolean,
    done_on                      integer,
    note_text_id                 text
);

CREATE TABLE main.role_term (
    community_id                 text,
    file_id                      text,
    sheet_no                     integer,
    row_no                       integer,
    column_no                    integer,
    row_key                      text,
    modified_at                  timestamp,
    counts                       boolean,
    role                         text,
    alias_id                     text,
    first_day                    integer,
    last_day                     integer,
    how_chosen                   text
);

CREATE TABLE main.wave (
    community_id                 text,
    file_id                      text,
    sheet_no                     integer,
    row_no                       integer,
    column_no                    integer,
    row_key                      text,
    modified_at                  timestamp,
    counts                       boolean,
    wave_id                      text,
    cohort                       text,
    opened                       integer,
    closed                       integer,
    invited_n                    integer,
    anonymous                    boolean,
    listed                       boolean
);

CREATE TABLE main.item (
    community_id                 text,
    file_id                      text,
    sheet_no                     integer,
    row_no                       integer,
    column_no                    integer,
    row_key                      text,
    modified_at                  timestamp,
    counts                       boolean,
    item_id                      text,
    wave_id                      text,
    column_header_text_id        text,
    wording_text_id              text,
    cycle                        text,
    construct                    text,
    capital_type                 text,
    kind                         text,
    scale_min                    double precision,
    scale_max                    double precision,
    labels_text_id               text,
    direction                    text,
    pair_key                     text,
    recall_text_id               text,
    weight                       double precision
);

CREATE TABLE main.story (
    community_id                 text,
    file_id                      text,
    sheet_no                     integer,
    row_no                       integer,
    column_no                    integer,
    row_key                      text,
    modified_at                  timestamp,
    counts                       boolean,
    story_id                     text,
    collected_on                 integer,
    teller_alias_id              text,
    collector_alias_id           text,
    cohort                       text,
    session_id                   text,
    activity_ref_text_id         text,
    activity_kind                text,
    leadership_group             text,
    kind                         text,
    title_text_id                text,
    activity_text_id             text,
    output_text_id               text,
    application_text_id          text,
    outcome_personal_text_id     text,
    outcome_organizational_text_id text,
    new_definition_of_success_text_id text,
    cycles                       text,
    valence                      text,
    activity_date                integer,
    application_date             integer,
    realized_date                integer,
    applied_unit                 text,
    scale                        text,
    metric_name_text_id          text,
    metric_unit                  text,
    metric_before                double precision,
    metric_after                 double precision,
    enabled_that_would_not_have_happened_text_id text,
    other_contributors_text_id   text,
    teller_values                text,
    consent_scope                text,
    anonymize                    boolean,
    follows_story_id             text,
    follow_up_due                integer,
    cohort_id                    text,
    byline_text_id               text
);

CREATE TABLE main.story_code (
    community_id                 text,
    file_id                      text,
    sheet_no                     integer,
    row_no                       integer,
    column_no                    integer,
    row_key                      text,
    modified_at                  timestamp,
    counts                       boolean,
    story_id                     text,
    coder_alias_id               text,
    coded_on                     integer,
    cycle                        text,
    capital_type                 text,
    code                         text,
    quote_text_id                text
);

CREATE TABLE main.story_flow (
    community_id                 text,
    file_id                      text,
    sheet_no                     integer,
    row_no                       integer,
    column_no                    integer,
    row_key                      text,
    modified_at                  timestamp,
    counts                       boolean,
    story_id                     text,
    from_cycle                   text,
    to_cycle                     text,
    quote_text_id                text,
    attribution                  text
);

CREATE TABLE main.story_link (
    community_id                 text,
    file_id                      text,
    sheet_no                     integer,
    row_no                       integer,
    column_no                    integer,
    row_key                      text,
    modified_at                  timestamp,
    counts                       boolean,
    story_id                     text,
    indicator_id                 text,
    relation                     text,
    strength                     integer,
    note_text_id                 text
);

CREATE TABLE main.substantiation (
    community_id                 text,
    file_id                      text,
    sheet_no                     integer,
    row_no                       integer,
    column_no                    integer,
    row_key                      text,
    modified_at                  timestamp,
    counts                       boolean,
    story_id                     text,
    claim_text_id                text,
    asked_on                     integer,
    substantiator_alias_id       text,
    independent                  boolean,
    response                     text,
    made_on                      integer,
    comment_text_id              text
);

CREATE TABLE main.selection (
    community_id                 text,
    file_id                      text,
    sheet_no                     integer,
    row_no                       integer,
    column_no                    integer,
    row_key                      text,
    modified_at                  timestamp,
    counts                       boolean,
    level                        text,
    panel                        text,
    story_id                     text,
    selected                     boolean,
    reason_text_id               text
);

CREATE TABLE main.measure (
    community_id                 text,
    file_id                      text,
    sheet_no                     integer,
    row_no                       integer,
    column_no                    integer,
    row_key                      text,
    modified_at                  timestamp,
    counts                       boolean,
    measure_id                   text,
    title_text_id                text,
    unit                         text,
    better                       text,
    baseline                     double precision,
    day_no                       integer,
    value                        double precision,
    scope                        text,
    source                       text
);

CREATE TABLE main.target (
    community_id                 text,
    file_id                      text,
    sheet_no                     integer,
    row_no                       integer,
    column_no                    integer,
    row_key                      text,
    modified_at                  timestamp,
    counts                       boolean,
    indicator_id                 text,
    cohort                       text,
    first_day                    integer,
    last_day                     integer,
    target                       double precision,
    set_on                       integer,
    setter_alias_id              text,
    reason_text_id               text
);

CREATE TABLE main.practice (
    community_id                 text,
    file_id                      text,
    sheet_no                     integer,
    row_no                       integer,
    column_no                    integer,
    row_key                      text,
    modified_at                  timestamp,
    counts                       boolean,
    practice_id                  text,
    name_text_id                 text,
    taxonomy                     text,
    owner_unit                   text,
    started                      integer,
    status                       text,
    decided_on                   integer,
    first_result_on              integer,
    reported_back_on             integer,
    conditions_text_id           text,
    adapted_how_text_id          text,
    eligible_units               integer
);

CREATE TABLE main.adoption (
    community_id                 text,
    file_id                      text,
    sheet_no                     integer,
    row_no                       integer,
    column_no                    integer,
    row_key                      text,
    modified_at                  timestamp,
    counts                       boolean,
    practice_id                  text,
    org_unit                     text,
    adopted_on                   integer,
    stopped_on                   integer,
    evidence_story_id            text
);

CREATE TABLE main.artefact (
    community_id                 text,
    file_id                      text,
    sheet_no                     integer,
    row_no                       integer,
    column_no                    integer,
    row_key                      text,
    modified_at                  timestamp,
    counts                       boolean,
    artefact_id                  text,
    kind                         text,
    title_text_id                text,
    author_alias_id              text,
    session_id                   text,
    created_on                   integer
);

CREATE TABLE main.artefact_use (
    community_id                 text,
    file_id                      text,
    sheet_no                     integer,
    row_no                       integer,
    column_no                    integer,
    row_key                      text,
    modified_at                  timestamp,
    counts                       boolean,
    artefact_id                  text,
    alias_id                     text,
    used_on                      integer,
    session_id                   text,
    note_text_id                 text
);

CREATE TABLE main.peer_assist (
    community_id                 text,
    file_id                      text,
    sheet_no                     integer,
    row_no                       integer,
    column_no                    integer,
    row_key                      text,
    modified_at                  timestamp,
    counts                       boolean,
    session_id                   text,
    owner_alias_id               text,
    helper_alias_id              text,
    ideas_offered                integer,
    ideas_tried                  integer,
    listener_gain_text_id        text,
    next_step_text_id            text,
    outcome_date                 integer
);

CREATE TABLE main.popup_agenda (
    community_id                 text,
    file_id                      text,
    sheet_no                     integer,
    row_no                       integer,
    column_no                    integer,
    row_key                      text,
    modified_at                  timestamp,
    counts                       boolean,
    series_id                    text,
    item_text_id                 text,
    done_on                      integer
);

CREATE TABLE main.mentoring_pair (
    community_id                 text,
    file_id                      text,
    sheet_no                     integer,
    row_no                       integer,
    column_no                    integer,
    row_key                      text,
    modified_at                  timestamp,
    counts                       boolean,
    pair_id                      text,
    mentor_alias_id              text,
    mentee_alias_id              text,
    opened                       integer,
    closed                       integer
);

CREATE TABLE main.pair_meeting (
    community_id                 text,
    file_id                      text,
    sheet_no                     integer,
    row_no                       integer,
    column_no                    integer,
    row_key                      text,
    modified_at                  timestamp,
    counts                       boolean,
    pair_id                      text,
    day_no                       integer,
    minutes                      double precision,
    rating                       double precision,
    note_text_id                 text
);

CREATE TABLE main.contribution (
    community_id                 text,
    file_id                      text,
    sheet_no                     integer,
    row_no                       integer,
    column_no                    integer,
    row_key                      text,
    modified_at                  timestamp,
    counts                       boolean,
    session_id                   text,
    raiser_alias_id              text,
    kind                         text,
    wording_text_id              text,
    status                       text,
    closed_on                    integer
);

CREATE TABLE main.vote (
    community_id                 text,
    file_id                      text,
    sheet_no                     integer,
    row_no                       integer,
    column_no                    integer,
    row_key                      text,
    modified_at                  timestamp,
    counts                       boolean,
    vote_id                      text,
    topic                        text,
    alias_id                     text,
    count                        integer,
    scheduled_session_id         text
);

CREATE TABLE main.touchpoint (
    community_id                 text,
    file_id                      text,
    sheet_no                     integer,
    row_no                       integer,
    column_no                    integer,
    row_key                      text,
    modified_at                  timestamp,
    counts                       boolean,
    planned_on                   integer,
    held_on                      integer,
    note_text_id                 text
);

CREATE TABLE main.decision (
    community_id                 text,
    file_id                      text,
    sheet_no                     integer,
    row_no                       integer,
    column_no                    integer,
    row_key                      text,
    modified_at                  timestamp,
    counts                       boolean,
    decision_id                  text,
    raised_on                    integer,
    decided_on                   integer,
    reviewed_on                  integer,
    reviewer_alias_id            text,
    sound                        boolean
);

CREATE TABLE main.post (
    community_id                 text,
    file_id                      text,
    sheet_no                     integer,
    row_no                       integer,
    column_no                    integer,
    row_key                      text,
    modified_at                  timestamp,
    counts                       boolean,
    day_no                       integer,
    alias_id                     text,
    kind                         text,
    thread_id                    text,
    answered_on                  integer,
    useful                       boolean
);

CREATE TABLE main.resource (
    community_id                 text,
    file_id                      text,
    sheet_no                     integer,
    row_no                       integer,
    column_no                    integer,
    row_key                      text,
    modified_at                  timestamp,
    counts                       boolean,
    month                        integer,
    hours                        double precision,
    money                        double precision
);

CREATE TABLE main.roster_line (
    community_id                 text,
    file_id                      text,
    sheet_no                     integer,
    row_no                       integer,
    column_no                    integer,
    row_key                      text,
    modified_at                  timestamp,
    counts                       boolean,
    alias_id                     text,
    cohort_id                    text,
    org_unit                     text,
    function                     text,
    role                         text,
    sector                       text,
    level_override               text,
    first_day                    integer,
    last_day                     integer,
    leave_reason                 text
);

CREATE TABLE main.attendance (
    community_id                 text,
    file_id                      text,
    sheet_no                     integer,
    row_no                       integer,
    column_no                    integer,
    row_key                      text,
    modified_at                  timestamp,
    counts                       boolean,
    meeting_id                   text,
    alias_id                     text,
    seen_as                      text,
    status                       text,
    mode                         text,
    minutes                      double precision,
    leadership_group             text,
    joined                       timestamp,
    left_at                      timestamp,
    open                         boolean
);

CREATE TABLE main.response (
    community_id                 text,
    file_id                      text,
    sheet_no                     integer,
    row_no                       integer,
    column_no                    integer,
    row_key                      text,
    modified_at                  timestamp,
    counts                       boolean,
    wave_id                      text,
    response_id                  text,
    alias_id                     text,
    session_id                   text,
    cohort_id                    text,
    submitted_at                 timestamp,
    submitted_day                integer,
    complete                     boolean,
    test                         boolean,
    late                         boolean
);

CREATE TABLE main.question (
    community_id                 text,
    file_id                      text,
    sheet_no                     integer,
    row_no                       integer,
    column_no                    integer,
    wave_id                      text,
    item_id                      text
);

CREATE TABLE main.answer (
    community_id                 text,
    file_id                      text,
    sheet_no                     integer,
    row_no                       integer,
    column_no                    integer,
    wave_id                      text,
    response_id                  text,
    item_id                      text,
    number                       double precision,
    score                        double precision,
    text_id                      text
);

CREATE TABLE main.community (
    community_id                 text,
    title                        text,
    framework                    text,
    first_day                    integer,
    last_day                     integer
);

CREATE TABLE main.setting (
    community_id                 text,
    name                         text,
    number                       double precision,
    word                         text
);

CREATE TABLE main.cohort (
    community_id                 text,
    cohort_id                    text,
    title                        text,
    first_day                    integer,
    last_day                     integer,
    participation                text
);

CREATE TABLE main.term (
    community_id                 text,
    term_id                      text,
    title                        text,
    first_day                    integer,
    last_day                     integer
);

CREATE TABLE main.period (
    community_id                 text,
    cohort_id                    text,
    grain                        text,
    period                       text,
    ordinal                      integer,
    first_day                    integer,
    last_day                     integer
);

CREATE TABLE main.member (
    community_id                 text,
    member_id                    text,
    listed                       boolean,
    first_seen_day               integer
);

CREATE TABLE main.identity (
    community_id                 text,
    alias_id                     text,
    member_id                    text,
    how                          text
);

CREATE TABLE main.same_session (
    community_id                 text,
    session_id                   text,
    meeting_id                   text,
    how                          text
);

CREATE TABLE main.session_cohort (
    community_id                 text,
    session_id                   text,
    cohort_id                    text
);

CREATE TABLE main.session_facilitator (
    community_id                 text,
    session_id                   text,
    member_id                    text
);

CREATE TABLE main.enrolment (
    community_id                 text,
    member_id                    text,
    cohort_id                    text,
    org_unit                     text,
    function                     text,
    role                         text,
    sector                       text,
    level_override               text,
    first_day                    integer,
    last_day                     integer,
    leave_reason                 text,
    file_id                      text,
    sheet_no                     integer,
    row_no                       integer,
    column_no                    integer
);

CREATE TABLE main.presence (
    community_id                 text,
    session_id                   text,
    member_id                    text,
    status                       text,
    mode                         text,
    minutes                      double precision,
    attended                     boolean,
    file_id                      text,
    sheet_no                     integer,
    row_no                       integer,
    column_no                    integer
);

CREATE TABLE main.invitation (
    community_id                 text,
    wave_id                      text,
    cohort_id                    text,
    seat                         integer,
    member_id                    text,
    response_id                  text,
    assumed                      boolean
);

CREATE TABLE main.response_score (
    community_id                 text,
    wave_id                      text,
    response_id                  text,
    scope                        text,
    part                         text,
    shown                        integer,
    answered                     integer,
    mean                         double precision
);

CREATE TABLE main.item_label (
    community_id                 text,
    item_id                      text,
    wave_id                      text,
    label                        text,
    number                       double precision
);

CREATE TABLE main.answer_cell (
    community_id                 text,
    wave_id                      text,
    cohort_id                    text,
    item_id                      text,
    number                       double precision,
    people                       bigint
);

CREATE TABLE main.story_cycle (
    community_id                 text,
    story_id                     text,
    cycle                        text,
    asked                        boolean,
    evidence                     boolean,
    basis                        text,
    file_id                      text,
    sheet_no                     integer,
    row_no                       integer,
    column_no                    integer
);

CREATE TABLE main.source_file (
    community_id                 text,
    file_id                      text,
    source                       text,
    kind                         text,
    kinds                        text,
    status                       text,
    rows_read                    integer,
    rows_loaded                  integer,
    rows_repeated                integer,
    rows_to_check                integer,
    rows_ignored                 integer,
    data_from                    timestamp,
    data_to                      timestamp,
    order_key                    text
);

CREATE TABLE main.problem (
    community_id                 text,
    file_id                      text,
    sheet_no                     integer,
    row_no                       integer,
    column_no                    integer,
    severity                     text,
    code                         text,
    value_text_id                text,
    detail_text_id               text
);

CREATE TABLE main.release (
    community_id                 text,
    release_id                   text,
    number                       integer,
    made_at                      timestamp,
    audience                     text,
    file_hash                    text,
    report_text_id               text,
    minimum_group                integer,
    minimum_exact                integer,
    minimum_quotes               integer
);

CREATE TABLE main.release_cell (
    community_id                 text,
    release_id                   text,
    indicator                    text,
    cohort_id                    text,
    period                       text,
    grouping                     text,
    part                         text,
    person_set_id                text,
    shown                        boolean,
    value                        double precision,
    people                       integer
);

CREATE TABLE main.release_person (
    community_id                 text,
    person_set_id                text,
    person                       text
);

CREATE TABLE private.file (
    community_id                 text,
    file_id                      text,
    name                         text,
    bytes                        bigint,
    sha256                       text,
    said                         text,
    landed_at                    timestamp
);

CREATE TABLE private.raw_row (
    community_id                 text,
    file_id                      text,
    sheet_no                     integer,
    row_no                       integer,
    cells                        text[]
);

CREATE TABLE private.canonical_row (
    community_id                 text,
    file_id                      text,
    sheet_no                     integer,
    row_no                       integer,
    column_no                    integer,
    kind                         text,
    row_key                      text,
    modified_at                  timestamp,
    counts                       boolean,
    also_rows                    text,
    fields                       text[]
);

CREATE TABLE private.question_column (
    community_id                 text,
    file_id                      text,
    sheet_no                     integer,
    column_no                    integer,
    heading                      text,
    wording                      text,
    native                       text
);

CREATE TABLE private.question_link (
    community_id                 text,
    file_id                      text,
    sheet_no                     integer,
    column_no                    integer,
    wave_id                      text,
    item_id                      text
);

CREATE TABLE private.person (
    community_id                 text,
    member_id                    text,
    display_name                 text,
    email                        text,
    member_list_id               text
);

CREATE TABLE private.alias (
    community_id                 text,
    alias_id                     text,
    kind                         text,
    handle                       text,
    same_as                      text,
    origin                       text,
    shown                        text,
    name                         text,
    email                        text,
    file_id                      text,
    sheet_no                     integer,
    row_no                       integer,
    first_day                    integer,
    last_day                     integer
);

CREATE TABLE private.match_decision (
    community_id                 text,
    decision_id                  text,
    decided_at                   timestamp,
    who                          text,
    subject                      text,
    object                       text,
    verdict                      text,
    why                          text,
    evidence                     text
);

CREATE TABLE private.text (
    community_id                 text,
    text_id                      text,
    file_id                      text,
    words                        text
);

CREATE TABLE private.secret (
    name                         text,
    value                        text
);

CREATE TABLE main.schema_step (
    name                         text,
    checksum                     text,
    applied_at                   timestamp
);

