using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace AgentHelpdesk.TeamsBot.Passages;

/// <summary>Words, the quoted ones marked. Written by hand: a template would put spaces between the pieces of a word.</summary>
public sealed class PassageWords : ComponentBase
{
    [Parameter, EditorRequired]
    public required PassageLine Line { get; set; }

    /// <summary>The language that a mark is explained in, to those who hear the page.</summary>
    [Parameter, EditorRequired]
    public required Language Language { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        foreach (var run in Line.Runs)
        {
            if (!run.IsQuoted)
            {
                builder.AddContent(0, run.Text);
                continue;
            }

            builder.OpenElement(1, "mark");
            builder.AddAttribute(2, "class", "quoted");
            builder.OpenElement(3, "span");
            builder.AddAttribute(4, "class", "unseen");
            builder.AddAttribute(5, "lang", Language.Code);
            builder.AddContent(6, Messages.In(Language).PassageQuoted + " ");
            builder.CloseElement();
            builder.AddContent(7, run.Text);
            builder.CloseElement();
        }
    }
}
