using AgentHelpdesk.Ingestion.Reading;

namespace AgentHelpdesk.Ingestion.Describing;

/// <summary>Reads what a document says of itself on its first pages: title, number, issuer, kind and the days it applies.</summary>
public static class DocumentDescriber
{
    public static DocumentProposal Describe(ReadDocument document)
    {
        // Letters that the font doesn't name give words that nobody printed.
        if (document.Problems.Any(problem => problem.Kind == ReadingProblemKind.UnmappedCharacters && problem.Page is null or 1))
            return DocumentProposal.Nothing;
        var front = FrontMatter.Of(document);
        var largest = TitleLines.Find(front);
        var kind = KindReader.Read(front, largest);
        var (from, until) = new PeriodReader(front, kind?.Value, largest).Read();
        return new()
        {
            Title = TitleReader.Read(document, front, largest, kind?.Value),
            Number = NumberReader.Read(front, largest),
            Issuer = IssuerReader.Read(front, largest),
            Kind = kind,
            ApplicableFrom = from,
            ApplicableUntil = until,
        };
    }
}
