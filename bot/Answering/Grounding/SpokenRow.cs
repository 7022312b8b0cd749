using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>
/// Makes a line of a table: what it is called, the row and the column that answer, and their cell; never a cell alone. Where the question
/// doesn't tell rows or columns apart, both are said if they fit, else what the table is called.
/// </summary>
internal sealed partial class SpokenRow(QuestionFit fit, SpokenSentence sentences)
{
    private const string Joint = " – ";
    private const string Colon = " : ";
    private const double CaptionShare = 0.2;
    private const double CutShare = 0.05;
    private const double BareLabel = 0.3;
    private const double DayShare = 0.1;

    private readonly ColumnChooser columns = new(fit);
    private readonly RowPicker picker = new(fit);

    public SpokenLine Of(CitedTable table)
    {
        ImmutableArray<Words> captions = CaptionsOf(table.Caption);
        var rows = picker.Answering(table);
        if (rows.Length == 1 && OfRow(table, table.Rows[rows[0]], captions) is { } line)
            return line with { IsWhole = SaysAll(table, line) };
        if (rows.Length > 1 && OfRows(table, rows, captions) is { } several)
            return several;
        return Heading(table);
    }

    private SpokenLine? OfRow(CitedTable table, ImmutableArray<string> row, ImmutableArray<Words> captions)
    {
        var answering = columns.Answering(table.Header, row);
        if (answering.IsEmpty)
            return null;
        var labels = LabelsOf(table, row);
        var best = answering.Length == 1 || answering.Select(column => row[column]).Distinct().Count() == 1
            ? Best(captions, labels, ValuesOf(table, row, answering[0]))
            : Best(captions, labels, Together(table, row, answering));
        // Columns the question doesn't tell apart, and no room for both.
        return best ?? (answering.Length == 1 ? LongCell(table, row, answering[0]) : null);
    }

    /// <summary>A few rows that answer alike, each with its label.</summary>
    private SpokenLine? OfRows(CitedTable table, ImmutableArray<int> rows, ImmutableArray<Words> captions)
    {
        if (rows.Length > 3)
            return null;
        var said = new List<Words>();
        foreach (var row in rows)
        {
            var cells = table.Rows[row];
            if (columns.Answering(table.Header, cells) is not [var column] || LabelsOf(table, cells) is not [var label, ..])
                return null;
            said.Add(label.Then(Colon, Words.Of(cells[column])));
        }

        return Best(captions, [Words.None], [said.Aggregate((one, other) => one.Then(" ; ", other))]);
    }

    private SpokenLine? Best(ImmutableArray<Words> captions, ImmutableArray<Words> labels, ImmutableArray<Words> values)
    {
        SpokenLine? best = null;
        foreach (var caption in captions)
        {
            foreach (var label in labels)
            {
                foreach (var value in values)
                {
                    var words = caption.Then(Joint, label).Then(value.FollowsLabel && !label.Text.Contains(Colon, StringComparison.Ordinal) ? Colon : Joint, value);
                    if (words.Text.Length > FirstLine.MaxLength || !SaysOfWhat(caption, label, value))
                        continue;
                    var score = fit.Covered(words.Text) - caption.Cost - label.Cost - value.Cost;
                    if (best is null || score > best.Score)
                        best = new(words.Text, words.Pieces) { Score = score, HasFigure = fit.FigureIn(value.Text) > 0 };
                }
            }
        }

        return best;
    }

    /// <summary>A number without its unit needs the words that name it.</summary>
    private static bool SaysOfWhat(Words caption, Words label, Words value) =>
        value.Text.Any(char.IsLetter) || HoldsUnit().IsMatch(value.Text)
            ? caption.Text.Length + label.Text.Length > 0 || value.Pieces.Length > 1
            : NamesUnit().IsMatch(caption.Text + " " + label.Text) || (caption.Text.Length == 0 && label.Text.Length > 0);

    private static ImmutableArray<Words> LabelsOf(CitedTable table, ImmutableArray<string> row)
    {
        var column = ColumnChooser.LabelOf(row);
        var label = Words.Of(row[column]);
        // The day since which the row holds need not be said: the line is followed by the day on which it was in force.
        ImmutableArray<Words> labels = table.InForceRow is null ? [label] : [label, Words.None with { Cost = DayShare }];
        var header = column < table.Header.Length ? table.Header[column].Split('\n')[^1] : "";
        if (header.Length == 0)
            return labels;
        var named = Cuts(header).Prepend(Words.Of(header)).Select(words => words.Then(Colon, label));
        // "2" alone says nothing: of what?
        return label.Text.Any(char.IsLetter) ? [.. labels, .. named.Select(words => words with { Cost = words.Cost + CutShare })] : [.. named, label with { Cost = BareLabel }];
    }

    private static ImmutableArray<Words> ValuesOf(CitedTable table, ImmutableArray<string> row, int column)
    {
        var cell = Words.Of(row[column]);
        if (column >= table.Header.Length || table.Header[column].Length == 0)
            return [cell with { FollowsLabel = true }];
        var lines = table.Header[column].Split('\n').Select(Words.Of).ToArray();
        var own = lines[^1].Then(Colon, cell);
        ImmutableArray<Words> values = lines.Length > 1 ? [lines.Aggregate((one, other) => one.Then(Joint, other)).Then(Colon, cell), own with { Cost = CutShare }] : [own];
        // A column that says only "Valeur", or what the caption says, need not be read.
        return IsGeneric(lines[^1].Text, table.Caption) ? [cell with { FollowsLabel = true }, .. values.Select(value => value with { Cost = value.Cost + CutShare })] : values;
    }

    private static ImmutableArray<Words> Together(CitedTable table, ImmutableArray<string> row, ImmutableArray<int> answering) =>
        answering.All(column => column < table.Header.Length && table.Header[column].Length > 0)
            ? [answering.Select(column => Words.Of(table.Header[column].Split('\n')[^1]).Then(Colon, Words.Of(row[column]))).Aggregate((one, other) => one.Then(" ; ", other))]
            : [];

    /// <summary>A column whose words the caption says already, or that only says that it holds values.</summary>
    private static bool IsGeneric(string header, string caption) =>
        Generic().IsMatch(header) || QuestionWords.TermsOf(header).IsSubsetOf(QuestionWords.TermsOf(caption));

    /// <summary>A cell that is a sentence: as much of it as fits behind its label.</summary>
    private SpokenLine? LongCell(CitedTable table, ImmutableArray<string> row, int column)
    {
        var label = LabelsOf(table, row)[0];
        var room = FirstLine.MaxLength - label.Text.Length - Colon.Length;
        if (room < FirstLine.MaxLength / 2)
            return sentences.Of(row[column]);
        var cell = sentences.Of(row[column], room);
        return cell with { Text = label.Text + Colon + cell.Text, Pieces = [.. label.Pieces, .. cell.Pieces], IsWhole = false };
    }

    private SpokenLine Heading(CitedTable table)
    {
        var title = table.Caption.Split('\n').FirstOrDefault(line => !string.IsNullOrWhiteSpace(line)) ?? "";
        var named = title.Length > 0 ? sentences.Of(title) : Together(table.Header) ?? Together(table.Rows[0]) ?? sentences.Of(string.Join('\n', table.Rows[0]));
        return named with { HasFigure = false, IsWhole = false, Score = 0 };
    }

    /// <summary>The caption whole, then without its number, then up to one of its marks, then none: each with what it costs.</summary>
    private static ImmutableArray<Words> CaptionsOf(string caption)
    {
        var captions = ImmutableArray.CreateBuilder<Words>();
        var lines = caption.Split('\n').Where(line => line.Length > 0).Select(line => line.TrimEnd(':', ' ', '\u00a0', '\u202f', '.')).ToArray();
        if (lines.Length > 1)
            captions.Add(lines.Select(Words.Of).Aggregate((one, other) => one.Then(Joint, other)));
        foreach (var line in lines)
        {
            var numbered = Number().Match(line).Length;
            captions.Add(Words.Of(line[numbered..]));
            captions.AddRange(Cuts(line[numbered..]));
        }

        captions.Add(Words.None with { Cost = CaptionShare });
        return captions.ToImmutable();
    }

    /// <summary>A title up to one of its marks, or else up to the words that open a clause.</summary>
    private static IEnumerable<Words> Cuts(string title)
    {
        var stretches = Stretch.Finer(title, Stretch.Of(title));
        for (var last = stretches.Length - 2; last >= 0; last--)
        {
            var words = title[stretches[0].Start..stretches[last].End].TrimEnd(',', ';', ':', ' ', '–', '-');
            if (words.Count(character => character == '(') == words.Count(character => character == ')'))
                yield return new(words + "…", [words], stretches[last].CutAfter ? 2 * CutShare : CutShare);
        }
    }

    /// <summary>As many cells as fit, each whole; null when the first doesn't.</summary>
    private static SpokenLine? Together(ImmutableArray<string> cells)
    {
        var said = Words.None;
        foreach (var cell in cells.Select(Words.Of))
        {
            var more = said.Then(Joint, cell);
            if (more.Text.Length > FirstLine.MaxLength)
                break;
            said = more;
        }

        return said.Text.Length == 0 ? null : new(said.Text, said.Pieces);
    }

    private static bool SaysAll(CitedTable table, SpokenLine line) =>
        table.Rows.Length == 1
        && (table.Caption.Length == 0 || line.Pieces.Contains(table.Caption))
        && table.Header.Concat(table.Rows[0]).Where(cell => cell.Length > 0).All(cell => line.Pieces.Contains(cell));

    /// <param name="Text">As said.</param>
    /// <param name="Pieces">The table's words in it.</param>
    /// <param name="Cost">Of leaving out or cutting what the whole would say.</param>
    private sealed record Words(string Text, ImmutableArray<string> Pieces, double Cost)
    {
        /// <summary>A cell that its row's label names, without its column.</summary>
        public bool FollowsLabel { get; init; }

        public static readonly Words None = new("", [], 0);

        public static Words Of(string cell)
        {
            var flat = cell.Replace('\n', ' ').Trim(' ', '|', '\u00a0', '\u202f');
            return flat.Length == 0 ? None : new(flat, [flat], 0);
        }

        public Words Then(string joint, Words next) =>
            Text.Length == 0 ? next : next.Text.Length == 0 ? this : new(Text + joint + next.Text, [.. Pieces, .. next.Pieces], Cost + next.Cost);
    }

    [GeneratedRegex(@"^(?:tableau|annexe|figure|encadré)\s+(?:n°\s*)?[\dIVX]+(?:\.\d+)*\s*(?:[–—:.-]\s*)(?=\S)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?:valeurs?|montants?|taux|tarifs?|prix|nombres?|en euros|€|%)\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Generic();

    [GeneratedRegex(@"[€%]", RegexOptions.CultureInvariant)]
    private static partial Regex HoldsUnit();

    [GeneratedRegex(@"€|%|\b(?:euros?|pourcentages?|pour cent|jours?|mois|ans|années?|heures?|semaines?|trimestres?|nombres?|points?|coefficients?|indices?|parts?|km|kilomètres?|montants?|taux)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NamesUnit();
}
