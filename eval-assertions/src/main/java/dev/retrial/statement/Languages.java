package dev.retrial.statement;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/** The languages that are understood, each with words of its own. */
final class Languages {

    static final Language ENGLISH = new Language(
            "en",
            words(
                    "the you your is are we i to of and it have for not this that our my can with please was were there may any by will be has an"),
            words("i you we they he she it there this that these those i'm i've i'll i'd we're we've we'll we'd you're"
                    + " you've you'll you'd it's that's there's they're it'll that'll nobody everyone somebody"
                    + " someone your our my the a"),
            words("is are was were am be been has have had will would can could may might must shall should do does did"
                    + " isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't can't cannot couldn't don't"
                    + " doesn't didn't shouldn't i'm i've i'll i'd we're we've we'll we'd you're you've you'll you'd it's"
                    + " that's there's get gets got offer offers include includes comes come cover covers apply applies"
                    + " lasts last keep keeps remains means gives give provide provides costs runs let"),
            words("what which who whom whose when where why how is are was were am do does did have has had can could"
                    + " may might will would shall should isn't aren't don't doesn't didn't haven't hasn't won't can't"
                    + " couldn't wouldn't shouldn't anything what's who's where's how's any"),
            Cues.of("not|no|never|none|nobody|nothing|neither|nor|cannot|nowhere|hardly|ain't|noone|unable|isn't|aren't"
                    + "|wasn't|weren't|hasn't|haven't|hadn't|won't|wouldn't|can't|couldn't|don't|doesn't|didn't"
                    + "|shouldn't|mustn't|needn't|cant|dont|doesnt|isnt|wont|no longer|stopped|discontinued|ended"),
            Cues.of("isn't|aren't|wasn't|weren't|hasn't|haven't|hadn't|won't|wouldn't|can't|couldn't|don't|doesn't"
                    + "|didn't|shouldn't|cannot|is no|are no|was no|were no|is not|are not|was not|were not|has not"
                    + "|have not|had not|will not|would not|can not|could not|do not|does not|did not|should not"
                    + "|is never|are never|was never|were never|has never|have never|never was|never were|no longer"
                    + "|is nothing|are nothing|unavailable|impossible|out of the question|isnt|cant|is neither"
                    + "|never existed|never exist|off the table|is only a rumour|is only a rumor|is a myth"
                    + "|do not exist|not possible|not available|not offered|not included|not part of|discontinued"
                    + "|we never offered|we never promised|i never promised|we never had|i never said|we never agreed"),
            Cues.of("without|instead of|rather than|as opposed to|except|excluding|other than|but not|and not|not for"
                    + "|at no|with no|for no|by no|in no|on no|of no|unlike|free of any|lieu of"),
            Cues.of("not only|not just|not merely|not to mention|don't worry|do not worry|not to worry|no worries"
                    + "|no problem|no doubt|without doubt|without a doubt|without question|no question about|no matter"
                    + "|don't forget|do not forget|never forget|don't hesitate|do not hesitate|why not|can't wait"
                    + "|no less than|no fewer than|no later than|not later than|nothing less than|not less than"
                    + "|no sooner|whether or not|if not|no need to worry|no trouble|not a problem|not an issue"
                    + "|no rush|don't panic|nothing stops you|nothing prevents you|no reason why you can't"
                    + "|no reason you can't|not without|no longer than|no more than|not more than|no issue|no strings attached|no catch|don't miss|no one but"
                    + "|couldn't agree more|can't go wrong|no hurry|not to be missed|more often than not|no lie"),
            Cues.of(
                    "decline*|refuse*|deny|denied|denies|excluded|excludes|lacks|unable|impossible|ineligible|doubt"
                            + "|untrue|false|a myth|far from|out of the question|ruled out|rule out|discontinued|stopped offering"
                            + "|no longer|incorrect|wrong|a mistake|stop offering|phased out|used to|formerly|disregard|ignore|in the past|until last|back then|kindly ignore|mistaken|mix up|mixup|error about|mistake about|misunderstanding about|confusion about|misunderstanding around|fiction|a rumour|a rumor"),
            Cues.of("forget|worry|mind|know|knew|realise|realize|hesitate|notice|see"),
            Cues.of("needed to|required to|necessary to|need _ _ to get|need _ to get|need a _ _ to get|needed for"
                    + "|required for|have to do anything to|need to do anything to|need to pay extra for|need to pay for"
                    + "|have to pay for|have to pay extra for"),
            words("and or so plus"),
            words("but however though although whereas while"),
            Cues.of("because|since|so that|given that|as we|as you|as it|as they|as i|in order to|due to"),
            Cues.of("if|once|unless|until|when|whenever|in case|provided|providing|assuming|suppose|supposing"
                    + "|as long as|so long as|as soon as|on condition that|should you|should it|should we|were you to"
                    + "|after you|only if|were we to|had you|had we|had it|even if|subject to|depending on|in the event"
                    + "|contingent on"),
            Cues.of("even if|unless|until|if you need|if you want|if you like|if you wish|if you prefer"
                    + "|if you have any|if you have a|if you have more|if you have further|if needed|if it helps"
                    + "|if that helps|if you'd like|if you would like|if i understand|if you look|if you check"
                    + "|if you ever|if anything|if you change your mind|if something|if you are unhappy"
                    + "|if you're unhappy|if you are not happy|if you're not happy|if required"
                    + "|if you decide|if it doesn't|if it does not"),
            words("had should were"),
            Cues.of("whether"),
            Cues.of("that"),
            Cues.of("which|who|whose|where|whom"),
            Cues.of(
                    "told|tell you|said|says|say you|saying|quoted|quoting|mentioned|promised|stated|states|claimed|claims|wrote|written"
                            + "|informed|advised|suggested|indicated|listed|showed|shown|announced|led to believe|advertised"
                            + "|gave you|given|cited|assured|implied|called it|described|list|lists|mentions|quotes|promises|talks of|talks about|speaks of|misinformed|misled|reported|answered|replied|reads"
                            + "|communicated|offered you|were offered|was offered|spoke of|talked about|talking about|referred to"),
            Cues.of("you said|you mentioned|you wrote|you stated|you claimed|you asked|you read|you saw|you heard"
                    + "|you were told|you've been told|you have been told|you were promised|you've been promised|you quoted"
                    + "|you describe*|your message says|you say|you believe|you thought|you assumed|you expected"
                    + "|you were quoted|you report*|you refer*|you were under the impression"),
            Cues.of("as|like"),
            Cues.of(
                    "wrong*|mistake*|in error|an error|by error|erroneous*|incorrect*|not right|not correct|not true|untrue"
                            + "|inaccura*|misleading|misled|false|outdated|out of date|should not have|shouldn't have"
                            + "|should never have|misinform*|misunderst*|isn't right|wasn't right|isn't correct|wasn't correct"
                            + "|isn't true|wasn't true|not accurate|isn't accurate|wasn't accurate|doesn't apply|does not apply"
                            + "|didn't apply|did not apply|not the case|isn't the case|wasn't the case|never happened|made up"
                            + "|invented|no such|does not exist|doesn't exist|not exist|never existed|mix up|mixed up|confus*"
                            + "|has since changed|have since changed|no longer|old policy|not our policy|isn't our policy"
                            + "|is not what we|isn't what we|not what we|can't stand by|cannot stand by|can't honour|cannot honour"
                            + "|can't honor|cannot honor|put that right|correct that|set that straight|to correct|a correction"
                            + "|should have read|should have been|should have said|should read|typo|meant to say|i meant|take back|taken back|withdraw*|disregard|ignore|not valid|isn't valid|wasn't valid|retract|take that back|not so|isn't so|not accurate"),
            Cues.of(
                    "sorry|apologise|apologies|apologize|apologizing|apologising|regret|unfortunately|sadly|in fact|actually"
                            + "|in reality"),
            Cues.of(
                    "unfortunately|sadly|however|but|actually|in fact|our policy|the correct|the real|the actual|instead"
                            + "|in reality|the right|regrettably|to be clear|for clarity"),
            Cues.of(
                    "that|this|it|which|those|these|they|neither|he|she|both|i was|we were|i made|we made|i misspoke|i got|we got"
                            + "|i apologi*|we apologi*|my apologies|apologies|our apologies|sorry|i'm sorry|we're sorry"),
            Cues.of(
                    "may be|may have|may get|may qualify|perhaps|maybe|possibly|would|could|wouldn't|couldn't|might|you'd|we'd|it'd|they'd|i'd|would've|could've|might've|there'd|that'd"),
            Cues.of("would like to|would love to|would be happy to|would be glad to|'d like to|i'd like to|we'd like to"
                    + "|i'd be happy to|i'd love to|we'd be happy to|would say|i'd say|i would say|i'd add|would add"
                    + "|could not|couldn't|wouldn't|would not|might as well|i could see|could confirm|i'd confirm"),
            Cues.of(
                    "working on|plan to|plans to|planning|planned|on our roadmap|on the roadmap|roadmap|looking into"
                            + "|considering|exploring|hope to|hoping to|intend to|in the future|one day|someday|some day"
                            + "|in future|later release|future release|upcoming|coming soon|next year|next quarter|next release"
                            + "|later this year|aim to|aiming to|thinking about|evaluating|wish list|wishlist|feature request"
                            + "|down the road|down the line|will introduce|will launch|will be introduced|will be added"
                            + "|will be launched|building|developing|in development|under development|coming in|is coming|are coming|want to offer"
                            + "|expect to|launching|to be released|will be released|rolling out|will arrive with|will come|will be available"
                            + "|will become available|next major|next minor|by the end of the year|this autumn|this fall|this spring"
                            + "|this summer|this winter|in spring|in autumn|in summer|eventually|beta program*|in the works|coming months|later version"
                            + "|next version|will add|will roll out|we will have|we'll have|we'll add|we'll introduce|we'll launch"));

    static final Language GERMAN = German.LANGUAGE;

    static final Language FRENCH = French.LANGUAGE;

    private Languages() {}

    static Set<String> words(String words) {
        // Asked for every word of every reply, for which a set that only cannot be changed is slow.
        return Collections.unmodifiableSet(new HashSet<>(Arrays.asList(words.split(" ", -1))));
    }
}
