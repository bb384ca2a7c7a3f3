import { accountTarget, type Account } from './accountTarget';
import { compare } from './compare';

const NAMES: Readonly<Record<keyof Account, string>> = {
  accountSid: 'TWILIO_ACCOUNT_SID',
  authToken: 'TWILIO_AUTH_TOKEN',
  workspaceSid: 'TWILIO_WORKSPACE_SID',
  workflowSid: 'TWILIO_WORKFLOW_SID',
  workerSid: 'TWILIO_WORKER_SID',
};
const CONSENT = 'DEBRIEF_TEST_ACCOUNT';

const readAccount = (): Account | null => {
  const missing = Object.values(NAMES).filter((name) => !process.env[name]);
  if (process.env[CONSENT] !== 'yes') missing.push(`${CONSENT}=yes`);
  if (missing.length > 0) {
    console.error(
      `verify:account asks a real Twilio account what sandbox/PARITY.md assumes. It creates tasks and deletes them again, ` +
        `so give it a test account.\nMissing in the environment: ${missing.join(', ')}.`,
    );
    return null;
  }
  return Object.fromEntries(
    Object.entries(NAMES).map(([key, name]) => [key, process.env[name] ?? '']),
  ) as unknown as Account;
};

const main = async (): Promise<number> => {
  if (process.env['CI']) {
    console.error('verify:account never runs in CI: nothing there may need an account.');
    return 1;
  }
  const account = readAccount();
  if (!account) return 1;
  const { target, cleanUp } = accountTarget(account);
  try {
    const findings = await compare(target);
    for (const { row, question, assumed, found, verdict } of findings) {
      console.log(`${verdict.padEnd(9)} ${row}: ${question}`);
      if (verdict !== 'same')
        console.log(`          assumed: ${assumed}\n          found:   ${found}`);
    }
    const count = (wanted: string) => findings.filter(({ verdict }) => verdict === wanted).length;
    console.log(
      `\n${count('same')} same, ${count('different')} different, ${count('not asked')} not asked`,
    );
    return count('same') === findings.length ? 0 : 1;
  } finally {
    await cleanUp();
  }
};

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
