import { runChaos } from '../../../src/dev/bench/chaos/run-chaos.ts';
import { describeWith } from '../../engines/page/outside-tool.ts';
import { sampled } from '../../support/lane.ts';

/** The short form of `npm run chaos`. */
describeWith(['redis-server'], 'whatever is killed while mails go out', () => {
  it.each(sampled(['postgres', 'redis'] as const, 2))(
    'with the queue in %s nobody is forgotten and the record is true',
    async (queue) => {
      const said: string[] = [];
      const say = (line: string) => void said.push(line);
      const result = await runChaos({ queue, recipients: 200, kills: 4, seconds: 200, say });
      const { lost, repeated, mayRepeat, contradictions } = result;
      expect({ said, lost, contradictions }).toMatchObject({ lost: 0, contradictions: [] });
      expect(repeated).toBeLessThanOrEqual(mayRepeat);
    },
    400_000,
  );
});
