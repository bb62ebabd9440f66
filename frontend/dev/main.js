import { parseArgs } from 'node:util';
import { Standin } from './standin.js';

const { values } = parseArgs({ options: { port: { type: 'string', default: '8090' }, files: { type: 'string' } } });
const standin = new Standin({ files: values.files });
console.log(`Stand-in for the backend: ${await standin.listen(Number(values.port))}`);
console.log('Users admin, ana, ben, cleo, dora, emil; every password is "precinct".');
console.log('Faults: /standin/stale, /standin/down (?on=false ends them), /standin/end-sessions');
