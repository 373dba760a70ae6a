// usage: node unbake.mjs FOLDER
// Reads what the server baked (badge.png, badge.svg) with the parsers that openbadges-bakery reads
// images with; reads two.png and two.svg, which hold the same in the form of Open Badges 2, by
// openbadges-bakery itself; and lets it bake badge.json into plain.svg, as again.svg. It cannot
// write a PNG on any Node of today: what it writes with derives from Buffer.
import {readFileSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {promisify} from 'node:util';
import bakery from 'openbadges-bakery';
import {report} from './loopback.mjs';

const its = createRequire(import.meta.resolve('openbadges-bakery'));
const cheerio = its('cheerio');
const streampng = its('streampng');
const bake = promisify(bakery.bake);
const extract = promisify(bakery.extract);

const [folder] = process.argv.slice(2);
const file = name => readFileSync(join(folder, name));

function chunks(name) {
  return new Promise((resolve, reject) => {
    const texts = {};
    const image = streampng(file(name));
    image.on('iTXt', chunk => (texts[chunk.keyword] = chunk.text));
    image.on('error', reject);
    image.on('end', () => resolve(texts));
  });
}

function element(name) {
  const text = file(name)
    .toString('utf8')
    .replaceAll('openbadges:credential', 'openbadges_credential');
  const found = cheerio.load(text, {xmlMode: true})('openbadges_credential')[0];
  return found.children.map(c => (c.type === 'cdata' ? c.children[0].data : c.data)).join('');
}

const credential = JSON.parse(file('badge.json'));
const again = await bake({image: file('plain.svg'), assertion: credential, url: credential.id});
writeFileSync(join(folder, 'again.svg'), again);

report({
  png: JSON.parse((await chunks('badge.png')).openbadgecredential),
  svg: JSON.parse(element('badge.svg')),
  twoPng: JSON.parse(await extract(file('two.png'))),
  twoSvg: JSON.parse(await extract(file('two.svg'))),
  againSvg: JSON.parse(await extract(Buffer.from(again)))
});
