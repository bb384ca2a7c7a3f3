/**
 * The dictionary in shorthand, because it travels in the agents' bundle. docs/insights-dictionary.json says the same
 * in full, with defaults, notes and sources; a test holds the two together.
 *
 * One attribute per line below its entity: `name kind` and, where they differ from what the kind implies,
 * - `:type`   implied: string for id, attribute, label; number for measure; url for link; date for date
 * - `=n`      the maximum length; implied: 128 for id, attribute, label; none else
 * - `!` or `?` personal data: yes, or unknown; implied: no
 * - `-`       not overridable
 * - `*`       derived: Insights or Flex fills in a value by itself, which one set here replaces
 * - `{a|b}`   the allowed values; implies the type enum
 * `name_1..3` stands for three numbered attributes; a leading `/` for a path from the root of the attributes.
 */
export const DICTIONARY_ROWS = `
conversations
conversation_id id
external_id_label label !
segment_link link ? *
media link ?
media[].type link {Raw|Embedded|Referenced|VoiceRecording|ChatTranscript}
media[].url link ?
media[].title link :string ?
media[].sid id =34
media[].start_time date
media[].channels link :string
media[].url_provider link
media[].conversation_sid id =34 -
/reservation_attributes.<reservation_sid>.media link ?
abandoned attribute * {Yes|No|Follow-Up}
abandoned_phase attribute * {Short Queue|Queue|Ringing|Voicemail|Callback Request}
activity attribute *
campaign attribute
case attribute ?
channel attribute *
communication_channel attribute *
content attribute ?
destination attribute ?
direction attribute * {Inbound|Outbound|Internal}
external_contact attribute ? *
followed_by attribute
preceded_by attribute
handling_department_id attribute
handling_department_name attribute
handling_department_name_in_hierarchy attribute
handling_team_id attribute *
handling_team_name attribute *
handling_team_name_in_hierarchy attribute
hang_up_by attribute
in_business_hours attribute
initiated_by attribute *
initiative attribute
ivr_path attribute
language attribute
order attribute :integer
outcome attribute
productive attribute
queue attribute *
service_level attribute
source attribute
virtual attribute
workflow attribute *
kind attribute - {Agent Status|Agent Status in Progress|Conversation|Conversation in Progress|Missed Conversation|Queue|Rejected Conversation|Corrupted Conversation Segment}
recording_status attribute -
segment_name attribute -
conversation_attribute_1..10 attribute ?
conversation_label_1..10 label ?
conversation_measure_1..10 measure
date date *
activity_time measure *
average_response_time measure
first_response_time measure
focus_time measure
hold_time measure *
ivr_time measure
abandon_time measure -
queue_time measure -
ring_time measure -
talk_time measure -
wrap_up_time measure -
agent_talk_time measure -
silence_time measure -
longest_talk_by_agent measure -
longest_silence_before_agent measure -
customer_talk_time measure -
crosstalk_time measure -
longest_talk_by_customer measure -
longest_silence_before_customer measure -
priority measure
segment_recording_offset measure -
customers
external_id id !
name attribute !
phone attribute ! *
email attribute ! *
customer_link link ?
customer_attribute_1..3 attribute ?
customer_label_1..3 label ?
acquisition_date date ?
category attribute
customer_manager attribute ?
gender attribute !
geo_location attribute !
market_segment attribute
organization attribute ?
year_of_birth attribute =4 !
zip attribute ! *
city attribute ! *
state attribute ? *
country attribute *
region attribute ?
type attribute *
acquisition_cost measure
business_value measure
agents
agent_id id !
agent_attribute_1..3 attribute ?
agent_label_1..3 label ?
full_name attribute ! *
department_id id
department_name attribute
department_name_in_hierarchy attribute
email attribute !
location attribute ?
manager attribute !
phone attribute !
role attribute
state attribute
team_id id *
team_name attribute *
team_name_in_hierarchy attribute
`;
