// Asks the archived Bot Framework SDK whom it would let in. Reads {metadata, entra, app, cases: [{header, activity}]} from standard input, writes one verdict
// a case: "accepted", "denied", or "broken" where it fails by an error of its own. Run with the folder of node_modules as its argument.
const path = require('path');
const connector = require(path.join(process.argv[2], 'botframework-connector'));

const chunks = [];
process.stdin.on('data', (chunk) => chunks.push(chunk));
process.stdin.on('end', async () => {
    const { metadata, entra, app, cases } = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    const authentication = connector.BotFrameworkAuthenticationFactory.create(
        '', false, 'https://login.microsoftonline.com/botframework.com', 'https://api.botframework.com', 'https://api.botframework.com',
        'https://api.botframework.com', metadata, entra, 'urn:botframework:azure',
        new connector.PasswordServiceClientCredentialFactory(app, 'no-secret', 'botframework.com'), new connector.AuthenticationConfiguration());
    const verdicts = [];
    for (const { header, activity } of cases) {
        try {
            await authentication.authenticateRequest(activity, header ?? '');
            verdicts.push('accepted');
        } catch (error) {
            verdicts.push(error instanceof TypeError ? 'broken' : 'denied');
        }
    }
    process.stdout.write(JSON.stringify(verdicts));
});
