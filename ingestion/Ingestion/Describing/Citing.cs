namespace AgentHelpdesk.Ingestion.Describing;

/// <summary>Tells lines that name other texts and other people from those that name the document.</summary>
internal static class Citing
{
    /// <summary>The line stands under a label like "Textes abrogés :" or "Destinataires :", or names a text as a sentence does.</summary>
    public static bool IsCited(FrontMatter front, FrontLine line)
    {
        if (IsCitingLabel(line))
            return true;
        var lines = front.Lines;
        for (var i = lines.IndexOf(line) - 1; i >= 0; i--)
        {
            var isSame = lines[i].Block == line.Block && line.Block.Kind != Reading.BlockKind.Table;
            if (!isSame && !(lines[i].Plain.TrimEnd().EndsWith(':') && i == lines.IndexOf(line) - 1))
                return false;
            // The nearest label above decides; "Objet :" among them ends what "Références :" began.
            if (DescribingPatterns.Label.IsMatch(lines[i].Plain))
                return IsCitingLabel(lines[i]);
        }

        return false;
    }

    private static bool IsCitingLabel(FrontLine line) =>
        DescribingPatterns.Label.Match(line.Plain) is { Success: true } label && DescribingPatterns.CitingLabel.IsMatch(label.Groups["label"].Value);
}
