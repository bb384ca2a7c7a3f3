import { Watcher } from './look';
import { saidByTask, saysText } from './meaning';
import { canBeChosen, inOrder } from './picklists';
import { recorded } from './recorded';
import {
  isMap,
  type AnyField,
  type AnyForm,
  type Gesture,
  type Happening,
  type Json,
  type JsonMap,
  type Link,
  type Said,
  type Scenario,
  type Verdict,
} from './shapes';
import { asks, fieldsIn, pathsOf, pathsOfForm, put } from './tasks';

type Agent = ReadonlyMap<string, Said | null>;

/** What undo goes back to. */
interface Before {
  readonly agent: Agent;
  /** What the task said then, in fields that no save had touched. */
  readonly onTask: ReadonlyMap<string, Said>;
}

/** What a gate lets pass where nothing is required. */
const LACKING = ['missing', 'too-few'];

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** One reservation at an agent's desk, told happening by happening; what is on the task at any time is predicted. */
export class Desk {
  readonly form: AnyForm;
  private readonly scenario: Scenario;
  text: string;
  private agent: Agent = new Map();
  private past: readonly Before[] = [];
  private saved: ReadonlySet<string> = new Set();
  private written: readonly Link[] = [];

  constructor(scenario: Scenario) {
    const [form] = scenario.catalog.forms;
    if (!form) throw new Error('no form');
    this.form = form;
    this.scenario = scenario;
    // What TaskRouter hands out is parsed and printed once on its way.
    this.text = JSON.stringify(JSON.parse(scenario.attributes));
  }

  private get task(): JsonMap {
    return JSON.parse(this.text) as JsonMap;
  }

  watch(agent: Agent = this.agent): Watcher {
    const { catalog, facts } = this.scenario;
    const { form, saved, task, written } = this;
    return new Watcher({ catalog, form, facts, task, agent, saved, written });
  }

  /** What a Complete comes to; null for all else that happens. */
  happen(happening: Happening): Verdict | null {
    switch (happening.do) {
      case 'gesture':
        this.gesture([happening.gesture]);
        return null;
      case 'together':
        this.gesture(happening.gestures, true);
        return null;
      case 'accept':
        this.accept(happening.field);
        return null;
      case 'undo':
        this.undo();
        return null;
      case 'elsewhere':
        this.elsewhere(happening.at, happening.value);
        return null;
      case 'flush':
        this.flush();
        return null;
      case 'complete':
        return this.complete();
    }
  }

  private field(id: string): AnyField | undefined {
    return fieldsIn(this.form).find((field) => field.id === id);
  }

  /** What the gesture says; undefined where it says nothing to this field. */
  private saidIn(gesture: Gesture, agent: Agent): Said | null | undefined {
    const { catalog } = this.scenario;
    const field = this.field(gesture.field);
    if (!field) return undefined;
    const now = agent.has(field.id)
      ? (agent.get(field.id) ?? null)
      : asks(field)
        ? saidByTask(catalog, field, this.task)
        : null;
    switch (gesture.type) {
      case 'clear':
        return field.kind === 'media' && now ? { kind: 'media', links: [] } : null;
      case 'choose': {
        const stays = now?.kind === 'choice' && now.code === gesture.code;
        const can = field.kind === 'choice' && (stays || canBeChosen(catalog, field, gesture.code));
        return can ? { kind: 'choice', code: gesture.code } : undefined;
      }
      case 'choose-all': {
        if (field.kind !== 'choices') return undefined;
        const kept = now?.kind === 'choices' ? now.codes : [];
        const can = gesture.codes.every(
          (code) => kept.includes(code) || canBeChosen(catalog, field, code),
        );
        if (!can) return undefined;
        const codes = inOrder(catalog, field, gesture.codes);
        return codes.length > 0 ? { kind: 'choices', codes } : null;
      }
      case 'write': {
        if (saysText(field)) return { kind: 'text', text: gesture.text };
        if (field.kind !== 'number') return undefined;
        return gesture.decimal
          ? { kind: 'number', text: gesture.text, decimal: gesture.decimal }
          : { kind: 'number', text: gesture.text };
      }
      case 'answer':
        return field.kind === 'yesno' ? { kind: 'yesno', yes: gesture.yes } : undefined;
      case 'rate':
        return field.kind === 'rating' ? { kind: 'rating', rating: gesture.rating } : undefined;
      case 'date':
        return field.kind === 'date'
          ? { kind: 'date', text: gesture.text, offset: gesture.offset }
          : undefined;
      case 'link':
        return field.kind === 'media' ? { kind: 'media', links: gesture.links } : undefined;
    }
  }

  /** Typing that goes on in one field is one step back; the step before it differs in nothing else. */
  private goesOn(gesture: Gesture): boolean {
    const typed = ['write', 'date', 'link'].includes(gesture.type);
    const before = this.past[this.past.length - 1]?.agent;
    const now = this.agent.get(gesture.field);
    const isTyped = now && ('links' in now ? now.links.length > 0 : 'text' in now);
    if (!typed || !before || !isTyped) return false;
    const ids = [...new Set([...before.keys(), ...this.agent.keys()])];
    return ids.every((id) => same(before.get(id), this.agent.get(id)) !== (id === gesture.field));
  }

  private gesture(gestures: readonly Gesture[], together = false): void {
    let agent = this.agent;
    for (const gesture of gestures) {
      const said = this.saidIn(gesture, agent);
      if (said === undefined) continue;
      if (agent.has(gesture.field) && same(agent.get(gesture.field), said)) continue;
      agent = new Map([...agent, [gesture.field, said]]);
    }
    if (agent === this.agent) return;
    const [first] = gestures;
    const goesOn = !together && first !== undefined && this.goesOn(first);
    this.step(agent, goesOn);
  }

  private step(agent: Agent, goesOn: boolean): void {
    if (!goesOn) this.past = [...this.past, this.now()].slice(-50);
    this.agent = agent;
    this.dropImpossible();
  }

  private now(): Before {
    const { catalog } = this.scenario;
    const onTask = fieldsIn(this.form).flatMap((field): [string, Said][] => {
      const said =
        asks(field) && !this.saved.has(field.id) && saidByTask(catalog, field, this.task);
      return said ? [[field.id, said]] : [];
    });
    return { agent: this.agent, onTask: new Map(onTask) };
  }

  private accept(id: string): void {
    const field = this.field(id);
    const said = field && asks(field) ? this.watch().standing(field)?.said : null;
    if (!said || (this.agent.has(id) && same(this.agent.get(id), said))) return;
    this.step(new Map([...this.agent, [id, said]]), false);
  }

  /** What a gesture elsewhere in the form has made impossible goes, of several options only those. */
  private dropImpossible(): void {
    const { catalog } = this.scenario;
    const watcher = this.watch();
    const agent = new Map(this.agent);
    for (const [id, said] of this.agent) {
      const field = this.field(id);
      if (!field || !said || !watcher.isShown(field) || !watcher.limits(field)) continue;
      if (watcher.waitsInVain(field)) continue;
      const stays = (code: string): boolean =>
        watcher.isOffered(field, code) || !canBeChosen(catalog, field, code);
      if (said.kind === 'choice' && !stays(said.code)) agent.set(id, null);
      if (said.kind === 'choices') {
        const codes = said.codes.filter(stays);
        agent.set(id, codes.length > 0 ? { kind: 'choices', codes } : null);
      }
    }
    this.agent = agent;
  }

  /**
   * Back by one step. What a save has put on the task is taken back there too, to what stood there before anybody
   * answered.
   */
  private undo(): void {
    const before = this.past[this.past.length - 1];
    if (!before) return;
    const agent = new Map<string, Said | null>();
    for (const id of this.agent.keys()) {
      const earlier = before.agent.get(id);
      const stood = before.onTask.get(id);
      const field = this.field(id);
      const fillsIn = [field?.prefill, field?.default, field?.rules?.set].some(
        (filler) => filler !== undefined,
      );
      if (earlier !== undefined) agent.set(id, earlier);
      else if (this.saved.has(id) && stood) agent.set(id, stood);
      else if (this.saved.has(id) && !fillsIn) agent.set(id, null);
    }
    this.agent = agent;
    this.past = this.past.slice(0, -1);
  }

  private elsewhere([root = '', key]: readonly string[], value: Json | undefined): void {
    const within = (map: JsonMap, name: string, put: Json | undefined): JsonMap =>
      put === undefined
        ? Object.fromEntries(Object.entries(map).filter(([other]) => other !== name))
        : { ...map, [name]: put };
    const { task } = this;
    const parent = task[root];
    const put = key === undefined ? value : within(isMap(parent) ? parent : {}, key, value);
    this.text = JSON.stringify(within(task, root, put));
  }

  private flush(): void {
    const unfit = this.watch()
      .problems()
      .filter(({ code }) => !LACKING.includes(code))
      .map(({ field }) => field);
    // Left out, an answer would be filled in again where something fills it in.
    const agent = new Map(
      [...this.agent].flatMap(([id, said]): [string, Said | null][] => {
        if (!unfit.includes(id)) return [[id, said]];
        const field = this.field(id);
        const fillsIn = [field?.prefill, field?.default, field?.rules?.set];
        return fillsIn.some((filler) => filler !== undefined) ? [[id, null]] : [];
      }),
    );
    this.save(agent);
  }

  private complete(): Verdict {
    const { enforcement } = this.scenario.catalog.policies;
    const problems = this.watch()
      .problems()
      .filter(({ code }) => enforcement === 'required' || !LACKING.includes(code));
    if (problems.length > 0) {
      return { end: 'refused', problems: problems.map(({ field, code }) => `${field} ${code}`) };
    }
    const because = this.save(this.agent);
    if (because !== null) return { end: 'not-sent', because };
    return {
      end: 'stored',
      attributes: this.text,
      recorded: recorded(this.task, pathsOfForm(this.form)),
    };
  }

  private save(agent: Agent): string | null {
    const watcher = this.watch(agent);
    const wanted = new Map(watcher.wants());
    const written = fieldsIn(this.form)
      .filter(({ id }) => this.saved.has(id))
      .flatMap(pathsOf);
    for (const name of watcher.nameless().keys()) {
      if (written.includes(name)) wanted.set(name, undefined);
      else wanted.delete(name);
    }
    this.remember(agent);
    const stored = put(this.task, wanted, pathsOfForm(this.form));
    if ('because' in stored) return stored.because;
    this.text = stored.attributes;
    return null;
  }

  /** What is on its way to the task counts as there. */
  private remember(agent: Agent): void {
    const watcher = this.watch();
    const filledIn = fieldsIn(this.form).filter(
      (field) =>
        asks(field) &&
        ['rule', 'prefill', 'default'].includes(watcher.standing(field)?.by ?? 'nobody'),
    );
    this.saved = new Set([...this.saved, ...agent.keys(), ...filledIn.map(({ id }) => id)]);
    const links = [...agent.values()].flatMap((said) => (said?.kind === 'media' ? said.links : []));
    this.written = [...this.written, ...links];
  }
}
