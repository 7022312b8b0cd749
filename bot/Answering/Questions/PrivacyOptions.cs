using AgentHelpdesk.Answering.Questions.Masking;

namespace AgentHelpdesk.Answering.Questions;

/// <summary>What this installation masks beside what every one does (<c>Privacy:*</c>).</summary>
public sealed class PrivacyOptions
{
    public const string Section = "Privacy";

    /// <summary>
    /// Regular expressions of numbers by which a body knows people, without regard to case; a group called "number" says which part is masked.
    /// No look-around, no back references. Default: none; numbers after words such as "n° allocataire" are known without.
    /// </summary>
    public IReadOnlyList<string> MemberNumberPatterns { get; set; } = [];

    /// <summary>Whether a pattern can be read, and matches something rather than nothing.</summary>
    public static bool IsUsable(string? pattern)
    {
        try
        {
            return !string.IsNullOrWhiteSpace(pattern) && !ConfiguredNumbers.Compile(pattern).IsMatch("");
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }
}
