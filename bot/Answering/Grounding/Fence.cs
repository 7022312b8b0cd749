using System.Text;
using System.Text.RegularExpressions;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>
/// Sets text of others apart in a prompt. Inside a fence no character opens or closes a mark, neither ours nor those that chat templates
/// of models are made of ("&lt;|im_end|&gt;", "[INST]"): what a document says stays what a document says.
/// </summary>
internal static partial class Fence
{
    public static string Of(string mark, string text) => $"<{mark}>\n{Text(text)}\n</{mark.Split(' ')[0]}>";

    /// <summary>Several lines, nothing in them a mark.</summary>
    public static string Text(string text) => TemplateMark().Replace(Plain(text, keepsLines: true), match => match.Value.Insert(1, " "));

    /// <summary>One line of metadata, clipped.</summary>
    public static string Line(string text, int length)
    {
        var line = TemplateMark().Replace(Plain(text, keepsLines: false), match => match.Value.Insert(1, " ")).Trim();
        return line.Length <= length ? line : line[..(char.IsHighSurrogate(line[length - 1]) ? length - 1 : length)] + "…";
    }

    /// <summary>Words that a model copied from inside a fence, as they stand in the text.</summary>
    public static string Undone(string copied, string original) =>
        original.AsSpan().IndexOfAny('<', '>') < 0 || original.AsSpan().IndexOfAny('‹', '›') >= 0 ? copied : copied.Replace('‹', '<').Replace('›', '>');

    private static string Plain(string text, bool keepsLines)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            plain.Append(character switch
            {
                '<' or '＜' or '﹤' => '‹',
                '>' or '＞' or '﹥' => '›',
                '\n' or '\t' when keepsLines => character,
                _ when char.IsControl(character) || character is '\u2028' or '\u2029' => ' ',
                _ => character,
            });
        }

        return plain.ToString();
    }

    [GeneratedRegex(@"\[/?(?:INST|SYS|SYSTEM|USER|ASSISTANT|AVAILABLE_TOOLS|TOOL_CALLS)\]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TemplateMark();
}
