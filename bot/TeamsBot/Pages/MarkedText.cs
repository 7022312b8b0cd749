using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace AgentHelpdesk.TeamsBot.Pages;

/// <summary>Words, those that another date changed marked. Written by hand: a template would put spaces between the pieces of a word.</summary>
public sealed class MarkedText : ComponentBase
{
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    /// <summary>In order, apart from each other.</summary>
    [Parameter, EditorRequired]
    public required ImmutableArray<TextRange> Changed { get; set; }

    /// <summary>The language that a mark is explained in, to those who hear the page.</summary>
    [Parameter, EditorRequired]
    public required Language Language { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        var end = 0;
        foreach (var range in Changed)
        {
            builder.AddContent(0, Text[end..range.Start]);
            builder.OpenElement(1, "mark");
            builder.AddAttribute(2, "class", "changed");
            builder.OpenElement(3, "span");
            builder.AddAttribute(4, "class", "unseen");
            builder.AddAttribute(5, "lang", Language.Code);
            builder.AddContent(6, Messages.In(Language).Changed + " ");
            builder.CloseElement();
            builder.AddContent(7, Text[range.Start..range.End]);
            builder.CloseElement();
            end = range.End;
        }

        builder.AddContent(8, Text[end..]);
    }
}
