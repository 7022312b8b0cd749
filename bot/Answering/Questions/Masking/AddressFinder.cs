using System.Text.RegularExpressions;

namespace AgentHelpdesk.Answering.Questions.Masking;

/// <summary>Postal addresses: a number and a street, with the town when its code follows.</summary>
internal static partial class AddressFinder
{
    private const string Small = @"(?:(?i:de la|de l'|du|des|de|d'|la|le|les|l'|aux?|à la|à l'|et|sur|en)(?: |(?<=')))";

    public static IEnumerable<PersonalSpan> Find(ReadableText read) =>
        Street().Matches(read.Text).Where(match => !match.Groups["word"].Success || char.IsUpper(match.Groups["first"].Value[0]) || match.Groups["town"].Success)
            .Select(match => new PersonalSpan(match.Index, match.Length, PersonalKind.Address));

    // Words that are no street's as often ("voie de recours", "cours de droit") need a name with a capital, or a town. In small letters only
    // the town tells how far a street's name goes.
    [GeneratedRegex($@"(?<![\p{{L}}\d,./-])\d{{1,4}}(?: ?(?i:bis|ter|quater)\b| ?[A-Da-d]\b)?,? ?(?i:rue|avenue|av\b\.?|ave\b\.?|boulevard|bd\b\.?|bld\b\.?|blvd\b\.?|allées?|allees?|all\b\.?|chemin|che\b\.?|impasse|imp\b\.?|route|rte\b\.?|quai|square|lotissement|lot\b\.?|hameau|faubourg|r[ée]sidence|r[ée]s\b\.?|sentier|esplanade|ruelle|(?<word>place|pl\b\.?|cours|cit[ée]|passage|villa|voie|mail|traverse|promenade|mont[ée]e|clos)) {Small}{{0,2}}(?<first>[\p{{L}}\d][\p{{L}}\d'.-]{{0,30}})(?:(?: [\p{{L}}'.-]{{1,30}}){{0,4}}(?=(?<town>[ ,\n-]{{1,3}}(?:F-)?\d{{2}} ?\d{{3}}(?!\d)))|(?: {Small}{{0,2}}\p{{Lu}}[\p{{L}}'.-]{{1,30}}){{0,4}})(?:[ ,\n-]{{1,3}}(?:F-)?\d{{2}} ?\d{{3}}(?!\d)(?: (?:(?i:la |le |les |l'|saint[ -]|sainte[ -]|st[ -]|ste[ -])?[\p{{L}}][\p{{L}}'-]{{1,30}}(?: (?i:cedex)(?: \d{{1,2}})?)?))?)?(?![\p{{L}}\d])", RegexOptions.CultureInvariant)]
    private static partial Regex Street();
}
