import { isDroppedByHipaa } from './dictionary';
import { isTrue, outcomeOf, below, type Lookup } from './jsonLogic';
import {
  asVariable,
  meant,
  offTheTask,
  saidBy,
  saidByTask,
  saysNothing,
  type Look,
} from './meaning';
import { wallClock } from './moments';
import { nearestOnStep } from './numbers';
import { canBeChosen, optionsOf, staysOffered, wayTo } from './picklists';
import {
  isList,
  isMap,
  type AnyCatalog,
  type AnyFacts,
  type AnyField,
  type AnyForm,
  type AnySection,
  type Json,
  type JsonMap,
  type Link,
  type Said,
} from './shapes';
import { asks, fieldsIn, pathsOf, pathsOfForm, standing, without } from './tasks';

export interface Known {
  readonly catalog: AnyCatalog;
  readonly form: AnyForm;
  readonly facts: AnyFacts;
  readonly task: JsonMap;
  /** By field: what the agent said, null where they took an answer back. */
  readonly agent: ReadonlyMap<string, Said | null>;
  /** Fields that saves have put on the task. */
  readonly saved: ReadonlySet<string>;
  readonly written: readonly Link[];
}

interface Stands {
  readonly said: Said | null;
  readonly by: 'agent' | 'rule' | 'task' | 'prefill' | 'default';
}

/** Looks at a form as a person would: at one field, and for that at each field it asks about, and so on. */
export class Watcher {
  readonly look: Look;
  private readonly standings = new Map<string, Stands | null>();
  private readonly shows = new Map<string, boolean>();

  constructor(private readonly known: Known) {
    const { catalog, task, written } = known;
    this.look = { catalog, task, written, offers: (field, code) => this.isOffered(field, code) };
  }

  private sectionOf(field: AnyField): AnySection {
    const section = this.known.form.sections.find(({ fields }) => fields.includes(field));
    if (!section) throw new Error(`no section has ${field.id}`);
    return section;
  }

  private holds(rule: Json): boolean {
    return isTrue(this.outcome(rule));
  }

  private outcome(rule: Json): Json {
    try {
      return outcomeOf(rule, this.variable);
    } catch {
      return null;
    }
  }

  private readonly variable: Lookup = (name) => {
    const { facts, form, task, catalog } = this.known;
    const [root = '', ...rest] = name.split('.');
    switch (root) {
      case 'answers':
        return this.answerForRules(rest.join('.'));
      case 'paths':
        return this.pathForRules(rest.join('.')) ?? undefined;
      case 'task':
        // Not what the form writes: else a save would change what the rules say.
        return below(without(task, pathsOfForm(form)), rest);
      case 'worker': {
        const { routing } = facts.worker;
        const skills = isMap(routing) ? routing['skills'] : null;
        return rest[0] === 'skills' && rest.length === 1
          ? isList(skills)
            ? skills
            : []
          : below(facts.worker, rest);
      }
      case 'queue':
        return facts.context.queueName;
      case 'queueSid':
        return facts.context.queueSid;
      case 'channel':
        return facts.context.channel;
      case 'direction':
        return facts.context.direction;
      case 'time':
        return below(wallClock(facts.startedAt, catalog.policies.timeZone ?? 'UTC'), rest);
      default:
        return undefined;
    }
  };

  private find(id: string): AnyField | undefined {
    return fieldsIn(this.known.form).find((field) => field.id === id);
  }

  private answerForRules(id: string): Json {
    const field = this.find(id);
    const said = field && asks(field) ? (this.standing(field)?.said ?? null) : null;
    if (!field || said === null) return null;
    if (said.kind === 'choice' && this.limits(field) && !this.isOffered(field, said.code)) {
      return null;
    }
    return asVariable(said);
  }

  private pathForRules(id: string): readonly string[] | null {
    const field = this.find(id);
    const code = this.answerForRules(id);
    if (field?.kind !== 'choice' || typeof code !== 'string') return null;
    return wayTo(this.known.catalog, field, code).map((option) => option.code);
  }

  isShown(field: AnyField): boolean {
    const known = this.shows.get(field.id);
    if (known !== undefined) return known;
    const rules = [this.sectionOf(field).rules?.show, field.rules?.show];
    const shown = rules.every((rule) => rule === undefined || this.holds(rule));
    this.shows.set(field.id, shown);
    return shown;
  }

  isRequired(field: AnyField): boolean {
    const rules = [this.sectionOf(field).rules?.require, field.rules?.require];
    return (
      this.canBeAnswered(field) &&
      (field.required === true || rules.some((rule) => rule !== undefined && this.holds(rule)))
    );
  }

  /** What leaves nothing to choose asks for nothing; while another field has to be answered first, it is asked for. */
  private canBeAnswered(field: AnyField): boolean {
    const { catalog } = this.known;
    if (field.picklist === undefined) return true;
    if (!this.isShown(field)) return false;
    if (field.dependsOn !== undefined && this.pathForRules(field.dependsOn) === null) {
      const over = this.find(field.dependsOn);
      return over === undefined || this.canBeAnswered(over);
    }
    const left = optionsOf(catalog, field).filter(
      ({ code }) => canBeChosen(catalog, field, code) && this.isOffered(field, code),
    );
    return left.length >= (field.kind === 'choices' ? Math.max(1, field.min ?? 1) : 1);
  }

  /** Whether rules take any option of the field away just now. */
  limits(field: AnyField): boolean {
    const limit = field.rules?.limit ?? [];
    return field.dependsOn !== undefined || limit.some(({ when }) => this.holds(when));
  }

  isOffered(field: AnyField, code: string): boolean {
    if (!this.limits(field)) return true;
    const limits = (field.rules?.limit ?? [])
      .filter(({ when }) => this.holds(when))
      .map(({ options }) => options);
    const over = field.dependsOn === undefined ? undefined : this.pathForRules(field.dependsOn);
    return staysOffered(this.known.catalog, field, code, limits, over);
  }

  /** Whether the field waits for one that nobody can see. */
  waitsInVain(field: AnyField): boolean {
    const parent = field.dependsOn === undefined ? undefined : this.find(field.dependsOn);
    return parent !== undefined && this.pathForRules(parent.id) === null && !this.isShown(parent);
  }

  /** What counts as the field's answer, and who gave it; null for a field that nobody sees or answered. */
  standing(field: AnyField): Stands | null {
    const known = this.standings.get(field.id);
    if (known !== undefined) return known;
    const stands = this.isShown(field) ? this.findStanding(field) : null;
    this.standings.set(field.id, stands);
    return stands;
  }

  private findStanding(field: AnyField): Stands | null {
    const { agent, catalog, form, saved, task } = this.known;
    const own = agent.get(field.id);
    if (own !== undefined) return { said: own, by: 'agent' };

    const rule = field.rules?.set?.find(({ when }) => this.holds(when));
    const ruled = rule && this.worth(field, this.onStep(field, this.outcome(rule.to)));
    if (ruled) return { said: ruled, by: 'rule' };

    const ours = fieldsIn(form)
      .filter(({ id }) => saved.has(id))
      .flatMap(pathsOf);
    if (!pathsOf(field).some((path) => ours.includes(path))) {
      const there = saidByTask(catalog, field, task);
      if (there) return { said: there, by: 'task' };
    }
    const prefilled =
      field.prefill === undefined
        ? null
        : this.worth(field, this.onStep(field, this.outcome(field.prefill)));
    if (prefilled) return { said: prefilled, by: 'prefill' };
    const usual = field.default === undefined ? null : this.worth(field, field.default);
    return usual ? { said: usual, by: 'default' } : null;
  }

  /** What a rule counted is brought to what the field takes. */
  private onStep({ kind, integer, step, min }: AnyField, result: Json): Json {
    if (kind !== 'number' || typeof result !== 'number') return result;
    if (step !== undefined) return nearestOnStep(result, step, min ?? 0);
    return integer ? nearestOnStep(result, 1, 0) : result;
  }

  /** Nobody has seen it yet, so it has to be storable as it is. */
  private worth(field: AnyField, result: Json): Said | null {
    const said = saidBy(this.known.catalog, field, result);
    if (said === null || saysNothing(said)) return null;
    return 'value' in meant(this.look, field, said) ? said : null;
  }

  /** What the answers come to on the task, path by path; undefined: nothing is to be there. */
  wants(): ReadonlyMap<string, Json | undefined> {
    const { agent, catalog, form, saved } = this.known;
    const omits = catalog.policies.hipaa === 'omit';
    const wanted = new Map<string, Json | undefined>();
    for (const field of fieldsIn(form)) {
      if (!asks(field)) continue;
      const stands = this.standing(field);
      if (stands?.by === 'task') continue;
      const said = stands?.said ?? null;
      const isGone = agent.has(field.id) || saved.has(field.id);
      const judged =
        said === null || saysNothing(said) ? null : meant(this.look, field, said, true);
      const writes = judged
        ? 'value' in judged
          ? judged.value
          : []
        : isGone
          ? offTheTask(this.look, field)
          : [];
      for (const [path, value] of writes) {
        // A field that is not asked does not take away what another one has set at its target.
        const isKept = !omits || value === undefined || !isDroppedByHipaa(path);
        if (isKept && (value !== undefined || wanted.get(path) === undefined)) {
          wanted.set(path, value);
        }
      }
    }
    return wanted;
  }

  /** Rule 15: names that would be there without their id, and where the id would have to be. */
  nameless(): ReadonlyMap<string, string> {
    const wanted = this.wants();
    const found = new Map<string, string>();
    for (const [path, value] of wanted) {
      const [unit, rest] = path.split('_name');
      if (value === undefined || rest === undefined || !path.includes('.handling_')) continue;
      const id = `${unit ?? ''}_id`;
      const there = wanted.has(id) ? wanted.get(id) : standing(this.known.task, id);
      if (there === undefined || there === null || there === '') found.set(path, id);
    }
    return found;
  }

  private canBeGiven(id: string): boolean {
    return fieldsIn(this.known.form).some((field) => {
      if (!pathsOf(field).includes(id) || !this.isShown(field)) return false;
      const said = this.standing(field)?.said ?? null;
      return said === null || saysNothing(said);
    });
  }

  /** `field code` for each that keeps the answers from being stored. */
  problems(): readonly { readonly field: string; readonly code: string }[] {
    const nameless = this.nameless();
    return fieldsIn(this.known.form).flatMap((field) => {
      if (!asks(field) || !this.isShown(field)) return [];
      const stands = this.standing(field);
      const said = stands?.said ?? null;
      if (said === null || saysNothing(said)) {
        return this.isRequired(field) ? [{ field: field.id, code: 'missing' }] : [];
      }
      if (stands?.by === 'task') return [];
      const judged = meant(this.look, field, said);
      if ('problem' in judged) return [{ field: field.id, code: judged.problem }];
      const ids = pathsOf(field).flatMap((path) => nameless.get(path) ?? []);
      return ids.some((id) => this.canBeGiven(id))
        ? [{ field: field.id, code: 'name-without-id' }]
        : [];
    });
  }

  /** What a field that only informs says. */
  says(field: AnyField): string | null {
    if (field.kind !== 'info' || field.value === undefined || !this.isShown(field)) return null;
    const result = this.outcome(field.value);
    return result === null || typeof result === 'object' ? null : String(result);
  }
}
