using System.Text;
using System.Text.RegularExpressions;
using AgentHelpdesk.Answering.Questions.Masking;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.Answering.Questions;

/// <summary>
/// Replaces personal data by fixed words before a question is stored, logged, searched or shown to a model. Amounts, article numbers,
/// SIRET, dates and numbers of circulars stay: they are what a question is about.
/// </summary>
public sealed partial class PersonalDataMask(IOptions<PrivacyOptions> options)
{
    public const string Nir = "[NIR]";
    public const string Iban = "[IBAN]";
    public const string Phone = "[TÉLÉPHONE]";
    public const string Mail = "[COURRIEL]";

    /// <summary>A name of a person; the title before it stays.</summary>
    public const string Name = "[NOM]";
    public const string BirthDate = "[NAISSANCE]";
    public const string MemberNumber = "[NUMÉRO]";
    public const string Address = "[ADRESSE]";

    // Each round reads what the one before has uncovered; the second one is nearly always the last.
    private const int MostRounds = 8;

    private static readonly PersonalDataMask OfProduct = new(Options.Create(new PrivacyOptions()));

    private readonly NameFinder _names = new(NameWords.OfProduct());
    private readonly ConfiguredNumbers _configured = new(options.Value.MemberNumberPatterns);

    /// <summary>The text in Unicode's composed form, with everything personal replaced. Masking again changes nothing.</summary>
    public string Mask(string text) => Find(Composed(text)).Text;

    /// <summary>The text given with everything personal replaced, and where that stood in it.</summary>
    public MaskedText Find(string text)
    {
        var found = new List<PersonalSpan>();
        var read = ReadableText.Of(text);
        for (var round = 0; round < MostRounds && FindOnce(read) is { Count: > 0 } spans; round++)
        {
            found.AddRange(spans.Select(read.InSource));
            read = read.Cover(spans);
        }

        found.Sort((one, other) => one.Start.CompareTo(other.Start));
        return new(Replace(text, found), [.. found]);
    }

    /// <summary>Whether a text made from masked ones is as free of personal data, by what every installation masks.</summary>
    internal static bool FindsNothingIn(string text) => OfProduct.Find(text).Spans.IsEmpty;

    /// <summary>Where the fixed words stand in a masked text: they are no words of the question.</summary>
    internal static IEnumerable<(int Start, int Length)> MaskedRanges(string masked) =>
        FixedWord().Matches(masked).Select(match => (match.Index, match.Length));

    internal static string WordFor(PersonalKind kind) => kind switch
    {
        PersonalKind.Nir => Nir,
        PersonalKind.Iban => Iban,
        PersonalKind.Phone => Phone,
        PersonalKind.Mail => Mail,
        PersonalKind.Name => Name,
        PersonalKind.BirthDate => BirthDate,
        PersonalKind.MemberNumber => MemberNumber,
        PersonalKind.Address => Address,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No word stands for it."),
    };

    // The surest first: what they take is nothing else.
    private List<PersonalSpan> FindOnce(ReadableText read)
    {
        var taken = new TakenStretches(read.Text.Length, FixedWord().Matches(read.Text).Select(match => (match.Index, match.Length)));
        taken.Add(MailFinder.Find(read));
        taken.Add(_configured.Find(read));
        taken.Add(BankAccountFinder.Find(read));
        taken.Add(NirFinder.Find(read));
        taken.Add(MemberNumberFinder.Find(read));
        taken.Add(PhoneFinder.Find(read));
        taken.Add(AddressFinder.Find(read));
        taken.Add(_names.Find(read));
        taken.Add(BirthDateFinder.Find(read, taken.NamesPerson || NamedPerson().IsMatch(read.Text)));
        return taken.InOrder();
    }

    private static string Replace(string text, List<PersonalSpan> spans)
    {
        if (spans.Count == 0)
            return text;
        var result = new StringBuilder(text.Length);
        var position = 0;
        foreach (var span in spans)
        {
            result.Append(text, position, span.Start - position).Append(WordFor(span.Kind));
            position = span.End;
        }

        return result.Append(text, position, text.Length - position).ToString();
    }

    private static string Composed(string text)
    {
        try
        {
            return text.Normalize();
        }
        catch (ArgumentException)
        {
            // Half a surrogate pair is no letter; it becomes the sign for what could not be read.
            return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Normalize();
        }
    }

    [GeneratedRegex(@"\[(?:NIR|IBAN|TÉLÉPHONE|COURRIEL|NOM|NAISSANCE|NUMÉRO|ADRESSE)\]")]
    private static partial Regex FixedWord();

    [GeneratedRegex(@"\[(?:NIR|NOM|NUMÉRO)\]")]
    private static partial Regex NamedPerson();
}
