// Reads a card from standard input with the library that hosts show cards with, and writes what it has to say against it, one line each:
// elements and actions that version 1.5 doesn't know, values out of their range, actions without a target, ids used twice.
const cards = require('adaptivecards/dist/adaptivecards.js');

const chunks = [];
process.stdin.on('data', chunk => chunks.push(chunk)).on('end', () => {
    const context = new cards.SerializationContext(cards.Versions.v1_5);
    const card = new cards.AdaptiveCard();
    card.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')), context);
    const said = [];
    for (let i = 0; i < context.eventCount; i++)
        said.push(context.getEventAt(i));
    said.push(...card.validateProperties().validationEvents);
    for (const one of said)
        console.log(`${one.message} (${one.source?.getJsonTypeName?.() ?? 'card'} ${one.source?.id ?? ''})`);
});
