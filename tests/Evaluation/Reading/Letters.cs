using System.Text;

namespace AgentHelpdesk.Evaluation.Reading;

/// <summary>
/// A text reduced to its letters and digits in lower case: how spaces, hyphens, bullets and quotes were read is not what is compared.
/// </summary>
internal static class Letters
{
    public static string Of(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormKC))
        {
            if (char.IsLetterOrDigit(character))
                letters.Append(char.ToLowerInvariant(character));
        }

        return letters.ToString();
    }
}
