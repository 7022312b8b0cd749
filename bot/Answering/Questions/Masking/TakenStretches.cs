namespace AgentHelpdesk.Answering.Questions.Masking;

/// <summary>What has been found in one reading: first come, first served, nothing twice.</summary>
internal sealed class TakenStretches
{
    private readonly bool[] _taken;
    private readonly List<PersonalSpan> _spans = [];

    public TakenStretches(int length, IEnumerable<(int Start, int Length)> fixedWords)
    {
        _taken = new bool[length];
        foreach (var (start, count) in fixedWords)
            _taken.AsSpan(start, count).Fill(true);
    }

    public bool NamesPerson => _spans.Exists(span => span.Kind is PersonalKind.Name or PersonalKind.Nir or PersonalKind.MemberNumber);

    public void Add(IEnumerable<PersonalSpan> found)
    {
        foreach (var span in found)
        {
            var stretch = _taken.AsSpan(span.Start, span.Length);
            if (span.Length == 0 || stretch.Contains(true))
                continue;
            stretch.Fill(true);
            _spans.Add(span);
        }
    }

    public List<PersonalSpan> InOrder()
    {
        _spans.Sort((one, other) => one.Start.CompareTo(other.Start));
        return _spans;
    }
}
