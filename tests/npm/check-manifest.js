// Holds an unpacked app package to the schemas that come with @microsoft/app-manifest: node check-manifest.js FOLDER
// Writes every violation as a line; nothing where there is none. Reads files alone: loopback-only.js keeps it from asking the net for a schema.
const { readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { AppManifestUtils } = require('@microsoft/app-manifest');
const Ajv = require('ajv-draft-04');

const [folder] = process.argv.slice(2);
const read = (...path) => JSON.parse(readFileSync(join(...path), 'utf8'));
const manifest = read(folder, 'manifest.json');
const schemas = join(dirname(require.resolve('@microsoft/app-manifest/package.json')), 'build', 'json-schemas', 'teams', `v${manifest.manifestVersion}`);

// The published schemas hold patterns that no regular expression in Unicode mode accepts.
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
require('ajv-formats')(ajv);

(async () => {
    const violations = [...await AppManifestUtils.validateAgainstSchema(manifest)];

    // Once more without the library's own choice of a schema.
    for (const [name, schema] of [['manifest.json', 'MicrosoftTeams.schema.json'], ...(manifest.localizationInfo?.additionalLanguages ?? []).map(language => [language.file, 'MicrosoftTeams.Localization.schema.json'])]) {
        const validate = ajv.compile(read(schemas, schema));
        if (!validate(read(folder, name)))
            violations.push(...validate.errors.map(error => `${name}${error.instancePath}: ${error.message} ${JSON.stringify(error.params)}`));
    }

    for (const violation of violations)
        console.log(typeof violation === 'string' ? violation : JSON.stringify(violation));
})().catch(error => { console.error(error); process.exitCode = 1; });
