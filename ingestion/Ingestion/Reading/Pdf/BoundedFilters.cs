using System.Collections.Concurrent;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace AgentHelpdesk.Ingestion.Reading.Pdf;

/// <summary>
/// The library's decoders behind a limit: 149 kilobytes can unfold to 150 megabytes of drawing. As decoders are called all
/// the time, they also are where a reading that takes too long is stopped.
/// </summary>
internal sealed class BoundedFilters(ReadingBudget budget) : IFilterProvider
{
    private readonly ConcurrentDictionary<IFilter, IFilter> _bounded = new();

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bound(DefaultFilterProvider.Instance.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bound(DefaultFilterProvider.Instance.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Bound(DefaultFilterProvider.Instance.GetAllFilters());

    private IFilter[] Bound(IReadOnlyList<IFilter> filters)
    {
        budget.Check();
        return [.. filters.Select(filter => _bounded.GetOrAdd(filter, inner => new BoundedFilter(inner, budget)))];
    }
}

internal sealed class BoundedFilter(IFilter inner, ReadingBudget budget) : IFilter
{
    // The most that deflate and LZW can unfold; what is too small to pass the limit is not measured first.
    private const int HighestRatio = 1400;

    public bool IsSupported => inner.IsSupported;

    public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
    {
        budget.Check();
        var limit = IsContent(streamDictionary) ? budget.MaxContentBytes : budget.MaxStreamBytes;
        if (input.Length * (long)HighestRatio > limit && InflatedSize.Exceeds(inner, input.Span, limit))
            throw budget.Refuse($"more than {limit / 1024 / 1024} MB in one stream");

        var decoded = inner.Decode(input, streamDictionary, filterProvider, filterIndex);
        budget.Spend(decoded.Length);
        return decoded;
    }

    /// <summary>Drawing instructions: each of a few bytes becomes an object of a hundred, so they get a limit of their own.</summary>
    private static bool IsContent(DictionaryToken dictionary)
    {
        if (dictionary.TryGet(NameToken.Subtype, out NameToken subtype))
            return subtype.Data == "Form";
        return !dictionary.ContainsKey(NameToken.Type) && !dictionary.ContainsKey(NameToken.N) && !dictionary.ContainsKey(NameToken.Create("Length1"));
    }
}
